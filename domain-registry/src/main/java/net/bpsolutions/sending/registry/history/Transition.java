package net.bpsolutions.sending.registry.history;

import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.lifecycle.Cause;
import net.bpsolutions.sending.registry.outbox.EventIds;
import org.jspecify.annotations.Nullable;

/**
 * A registration moved.
 *
 * @param subject whose transition
 * @param sequence counts the transitions of the registration from 1
 * @param occurredAt when
 * @param status the status now
 * @param sendingAs the name in use now
 * @param previousStatus the status before; null at first
 * @param cause what moved it
 * @param causeId the event or call that moved it
 */
public record Transition(
        Subject subject,
        long sequence,
        Instant occurredAt,
        DomainStatus status,
        SendingAs sendingAs,
        @Nullable DomainStatus previousStatus,
        Cause cause,
        UUID causeId) {

    /** The registration, as named in events. */
    public record Subject(UUID domainId, String clinicId, String domain) {}

    /** The event that tells of it; the same again for the same cause. */
    public SenderStatus event() {
        return new SenderStatus(
                EventIds.derived(causeId, "sender-status/" + subject.domainId() + "/" + sequence),
                occurredAt,
                sequence,
                subject.domainId(),
                subject.clinicId(),
                subject.domain(),
                status,
                sendingAs,
                previousStatus,
                cause.code());
    }
}
