package net.bpsolutions.sending.registry.limit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.LimitsConfig;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.problem.Quota;
import net.bpsolutions.sending.registry.problem.TooManyRequestsException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts what was asked for within the last hour, within the transaction that is open. */
@ApplicationScoped
public class Allowance {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** What is limited. */
    public enum Kind {
        CHECK,
        FEEDBACK_CHECK,
        CHALLENGE
    }

    private final LimitsConfig limits;

    Allowance(RegistryConfig config) {
        this.limits = config.limits();
    }

    /** Takes one of a clinic's own for a domain, or fails with 429; what others ask for shows in no answer. */
    public Uni<Void> require(Kind kind, String clinicId, DomainName domain, Instant now) {
        return require(kind, clinicId + '/' + domain.value(), perHour(kind), now);
    }

    /** Takes one of all clinics together, of which there are {@code times} as many as of each, or fails with 429. */
    public Uni<Void> requireOfAll(Kind kind, DomainName domain, int times, Instant now) {
        return require(kind, domain.value(), Math.clamp((long) perHour(kind) * times, 0, Integer.MAX_VALUE), now);
    }

    /** Takes one of all clinics together; when none is left, answers how long to wait instead. */
    public Uni<Optional<Duration>> take(Kind kind, DomainName domain, Instant now) {
        return take(kind, domain.value(), perHour(kind), now);
    }

    private static Uni<Void> require(Kind kind, String name, int perHour, Instant now) {
        return take(kind, name, perHour, now)
                .flatMap(wait -> wait.<Uni<Void>>map(time -> Uni.createFrom()
                                .failure(() -> new TooManyRequestsException(quota(kind, perHour), time)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Optional<Duration>> take(Kind kind, String name, int perHour, Instant now) {
        return Panache.getSession()
                .flatMap(session -> lock(session, kind, name)
                        .flatMap(_ -> forget(session, kind, name, now))
                        .flatMap(_ -> taken(session, kind, name))
                        .flatMap(taken -> taken.size() < perHour
                                ? add(session, kind, name, now).replaceWith(Optional.<Duration>empty())
                                : Uni.createFrom().item(Optional.of(wait(taken, perHour, now)))));
    }

    private static Quota quota(Kind kind, int perHour) {
        return new Quota(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "s", perHour, WINDOW);
    }

    private int perHour(Kind kind) {
        return switch (kind) {
            case CHECK -> limits.checksPerHour();
            case FEEDBACK_CHECK -> limits.feedbackChecksPerHour();
            case CHALLENGE -> limits.challengesPerHour();
        };
    }

    private static Duration wait(List<Instant> taken, int perHour, Instant now) {
        return perHour == 0
                ? WINDOW
                : Duration.between(now, taken.get(taken.size() - perHour).plus(WINDOW));
    }

    private static Uni<?> lock(Mutiny.Session session, Kind kind, String name) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .setParameter("lock", "allowance/" + kind + "/" + name)
                .getSingleResult();
    }

    private static Uni<Integer> forget(Mutiny.Session session, Kind kind, String name, Instant now) {
        return session.createNativeQuery(
                        "delete from registry.allowance where kind = :kind and name = :name and taken_at <= :before")
                .setParameter("kind", kind.name())
                .setParameter("name", name)
                .setParameter("before", now.minus(WINDOW))
                .executeUpdate();
    }

    private static Uni<List<Instant>> taken(Mutiny.Session session, Kind kind, String name) {
        return session.createNativeQuery(
                        "select taken_at from registry.allowance where kind = :kind and name = :name order by taken_at",
                        Instant.class)
                .setParameter("kind", kind.name())
                .setParameter("name", name)
                .getResultList();
    }

    private static Uni<Integer> add(Mutiny.Session session, Kind kind, String name, Instant now) {
        return session.createNativeQuery(
                        "insert into registry.allowance (kind, name, taken_at) values (:kind, :name, :at)")
                .setParameter("kind", kind.name())
                .setParameter("name", name)
                .setParameter("at", now)
                .executeUpdate();
    }
}
