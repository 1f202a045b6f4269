package net.bpsolutions.sending.gateway.deliveries;

import net.bpsolutions.sending.gateway.problem.Problem;
import net.bpsolutions.sending.gateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Parameters without which a call makes no sense. */
final class Required {

    private Required() {}

    static String parameter(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.refusal(ProblemType.MISSING_PARAMETER, "'" + name + "' is required.");
        }
        return value;
    }
}
