package net.bpsolutions.sending.registry.console;

import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Nothing is done by one slip of the hand. */
final class Confirmed {

    private Confirmed() {}

    /** Fails unless the box was ticked. */
    static void require(@Nullable String confirm) {
        if (!"yes".equals(confirm)) {
            throw new InvalidRequestException("confirm", "must be ticked");
        }
    }
}
