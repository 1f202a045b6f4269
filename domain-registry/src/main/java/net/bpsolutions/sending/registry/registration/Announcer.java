package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainRegistered;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.lifecycle.Cause;
import net.bpsolutions.sending.registry.outbox.Outbox;

/** Writes and tells, within the transaction that is open. */
@ApplicationScoped
class Announcer {

    private final Outbox outbox;
    private final History history;
    private final Rules rules;
    private final InstantSource clock;

    Announcer(Outbox outbox, History history, Rules rules, InstantSource clock) {
        this.outbox = outbox;
        this.history = history;
        this.rules = rules;
        this.clock = clock;
    }

    Uni<Boolean> insert(NewRegistration wanted) {
        Instant now = clock.instant();
        return wanted.insert(now, rules.secondCheck(now));
    }

    Uni<Void> registered(Registration registration) {
        UUID eventId = UUID.randomUUID();
        DomainRegistered event = new DomainRegistered(
                eventId,
                registration.registeredAt,
                registration.id,
                registration.clinicId,
                registration.domainName(),
                rules.expected(registration.domainName()));
        Transition first = new Transition(
                registration.subject(),
                registration.sequence,
                registration.registeredAt,
                registration.status,
                registration.sendingAs,
                null,
                Cause.REGISTERED,
                eventId);
        return outbox.append(Topic.DOMAIN_REGISTERED, registration.domain, event)
                .flatMap(_ -> history.tell(first));
    }

    Uni<Void> removed(Registration registration) {
        return outbox.appendTombstone(
                Topic.SENDER_STATUS,
                SenderStatus.key(registration.clinicId, registration.domain),
                UUID.randomUUID(),
                clock.instant());
    }
}
