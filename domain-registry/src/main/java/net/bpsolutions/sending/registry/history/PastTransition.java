package net.bpsolutions.sending.registry.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/** A transition as it is kept. */
@Entity
@Table(name = "past_transition", schema = "registry")
class PastTransition {

    @EmbeddedId
    Key key;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Enumerated(EnumType.STRING)
    DomainStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "sending_as")
    SendingAs sendingAs;

    @Enumerated(EnumType.STRING)
    @Column(name = "previous_status")
    @Nullable DomainStatus previousStatus;

    String cause;

    @Column(name = "event_id")
    UUID eventId;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    PastTransition() {}

    PastTransition(Transition transition) {
        this.key = new Key(transition.subject().domainId(), transition.sequence());
        this.occurredAt = transition.occurredAt();
        this.status = transition.status();
        this.sendingAs = transition.sendingAs();
        this.previousStatus = transition.previousStatus();
        this.cause = transition.cause().code();
        this.eventId = transition.event().id();
    }

    /** The registration and its count. */
    @Embeddable
    record Key(@Column(name = "registration_id") UUID registrationId, long sequence) {}
}
