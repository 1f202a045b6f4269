package net.bpsolutions.sending.registry.console;

import java.time.Instant;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/** A transition as it is kept. */
record Move(
        Instant at,
        DomainStatus status,
        SendingAs sendingAs,
        @Nullable DomainStatus before,
        String cause) {

    Moment told() {
        String way = before == null || before == status ? status.name() : before + " → " + status;
        return Moment.of(at, "move", Said.tone(status), way + ", sending as " + sendingAs, Said.cause(cause));
    }
}
