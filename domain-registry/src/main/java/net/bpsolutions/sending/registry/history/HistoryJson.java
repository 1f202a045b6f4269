package net.bpsolutions.sending.registry.history;

import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/** A past transition. */
public record HistoryJson(
        long sequence,
        Instant occurredAt,
        DomainStatus status,
        SendingAs sendingAs,
        @Nullable DomainStatus previousStatus,
        String cause,
        UUID eventId) {

    static HistoryJson of(PastTransition past) {
        return new HistoryJson(
                past.key.sequence(),
                past.occurredAt,
                past.status,
                past.sendingAs,
                past.previousStatus,
                past.cause,
                past.eventId);
    }
}
