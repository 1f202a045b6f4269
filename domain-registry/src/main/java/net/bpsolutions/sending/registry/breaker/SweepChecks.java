package net.bpsolutions.sending.registry.breaker;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;

/** The latest check of each domain that is counted, one row each: nobody waits for the row of another domain. */
@ApplicationScoped
class SweepChecks {

    private static final Duration SWEEP = Duration.ofDays(1);
    private static final String ADD = """
            insert into registry.sweep_check (domain, taken_at, broke) values (:domain, :at, :broke)
            on conflict (domain) do update set taken_at = excluded.taken_at, broke = excluded.broke""";
    private static final String FORGET = """
            delete from registry.sweep_check where domain in (
                select domain from registry.sweep_check where taken_at < :before for update skip locked)""";
    private static final String LATEST = """
            select count(*), count(*) filter (where broke)
              from (select broke from registry.sweep_check
                     where taken_at >= :from order by taken_at desc limit :window) latest""";

    private final int window;

    SweepChecks(RegistryConfig config) {
        this.window = config.breaker().window();
    }

    Uni<Void> add(DomainName domain, boolean broke, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter("domain", domain.value())
                        .setParameter("at", now)
                        .setParameter("broke", broke)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The latest checks, of a day at most. */
    Uni<Sweep> latest(Instant countedFrom, Instant now) {
        Instant from = now.minus(SWEEP).isAfter(countedFrom) ? now.minus(SWEEP) : countedFrom;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LATEST, Object[].class)
                        .setParameter("from", from)
                        .setParameter("window", window)
                        .getSingleResult())
                .map(row -> new Sweep(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    Uni<Void> forget(Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FORGET)
                        .setParameter("before", now.minus(SWEEP).minus(SWEEP))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
