package net.bpsolutions.sending.registry.challenge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import net.bpsolutions.sending.events.ChallengeRequested;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.limit.Allowance;
import net.bpsolutions.sending.registry.limit.Allowance.Kind;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Passes on that somebody asked for the verification message. */
@ApplicationScoped
public class Challenges {

    /** How many clinics may use up what is allowed for a domain, before its mailboxes are spared. */
    private static final int CLINICS = 5;

    private final Registrations registrations;
    private final Allowance allowance;
    private final LastChallenges last;
    private final Outbox outbox;
    private final InstantSource clock;

    Challenges(
            Registrations registrations, Allowance allowance, LastChallenges last, Outbox outbox, InstantSource clock) {
        this.registrations = registrations;
        this.allowance = allowance;
        this.last = last;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes one of what is allowed within an hour, or fails with 429; within the transaction that is open. */
    public Uni<Void> request(UUID id, String mailbox) {
        Instant now = clock.instant();
        return registrations
                .requireLocked(id)
                .call(registration ->
                        allowance.require(Kind.CHALLENGE, registration.clinicId(), registration.domainName(), now))
                .call(registration -> allowance.requireOfAll(Kind.CHALLENGE, registration.domainName(), CLINICS, now))
                .call(_ -> last.keep(id, new LastChallenges.LastChallenge(mailbox, now)))
                .flatMap(registration -> outbox.append(
                        Topic.CHALLENGE_REQUESTED,
                        registration.domainName().value(),
                        event(registration, mailbox, now)));
    }

    private static ChallengeRequested event(Registration registration, String mailbox, Instant now) {
        return new ChallengeRequested(
                UUID.randomUUID(), now, registration.id(), registration.clinicId(), registration.domainName(), mailbox);
    }
}
