package net.bpsolutions.sending.registry.challenge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Remembers where the verification message went last, within the session that is open. */
@ApplicationScoped
public class LastChallenges {

    private static final String KEEP = """
            insert into registry.challenge (registration_id, mailbox, requested_at) values (:id, :mailbox, :at)
            on conflict (registration_id) do update set mailbox = excluded.mailbox, requested_at = excluded.requested_at""";

    private static final String FIND =
            "select mailbox, requested_at from registry.challenge where registration_id = :id";

    /** The part of the address before the @, and when the message was asked for. */
    public record LastChallenge(String mailbox, Instant requestedAt) {}

    /** The last one of a registration. */
    public Uni<Optional<LastChallenge>> of(UUID registrationId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FIND, Tuple.class)
                        .setParameter("id", registrationId)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new LastChallenge(
                                found.get(0, String.class),
                                found.get(1, OffsetDateTime.class).toInstant())));
    }

    Uni<Void> keep(UUID registrationId, LastChallenge challenge) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(KEEP)
                        .setParameter("id", registrationId)
                        .setParameter("mailbox", challenge.mailbox())
                        .setParameter("at", challenge.requestedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
