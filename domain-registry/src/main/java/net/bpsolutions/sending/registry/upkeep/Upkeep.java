package net.bpsolutions.sending.registry.upkeep;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.RetentionConfig;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/** Forgets what is old, batch by batch. */
@ApplicationScoped
class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private static final String CHECKS = checks("not p.moved");
    private static final String MOVING_CHECKS = checks("p.moved");
    private static final String TRANSITIONS = """
            delete from registry.past_transition where ctid in (
                select t.ctid from registry.past_transition t join registry.registration r on r.id = t.registration_id
                 where t.occurred_at < $1 and t.sequence < r.sequence limit $2
                   for update of t skip locked)""";
    private static final String ALLOWANCES = every("allowance", "taken_at < $1");
    private static final String CONTACTS = every("notice_to", "sent_at < $1");
    private static final String DELIVERIES =
            every("delivery_count", "day < ($1::timestamptz at time zone 'UTC')::date");
    private static final String COUNTED = every("counted_outcome", "counted_at < $1");

    /** A backlog is worked off over several turns. */
    private static final int BATCHES = 100;

    /** Longer than the window in which anything is limited. */
    private static final Duration ALLOWANCE = Duration.ofHours(2);

    /** Longer than the day in which notices to an address are limited. */
    private static final Duration CONTACT = Duration.ofHours(25);

    private final Pool pool;
    private final RetentionConfig config;
    private final InstantSource clock;

    Upkeep(Pool pool, RegistryConfig config, InstantSource clock) {
        this.pool = pool;
        this.config = config.retention();
        this.clock = clock;
    }

    @Scheduled(
            identity = "upkeep",
            every = "${registry.retention.poll:10m}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> tidyUp() {
        return forget(CHECKS, config.checks())
                .flatMap(_ -> forget(MOVING_CHECKS, config.moves()))
                .flatMap(_ -> forget(TRANSITIONS, config.moves()))
                .flatMap(_ -> forget(ALLOWANCES, ALLOWANCE))
                .flatMap(_ -> forget(CONTACTS, CONTACT))
                .flatMap(_ -> forget(DELIVERIES, config.deliveries()))
                .flatMap(_ -> forget(COUNTED, config.countedOutcomes()))
                .onFailure()
                .invoke(failure ->
                        LOG.debugf("nothing tidied up: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private static String checks(String which) {
        return """
            delete from registry.past_check where ctid in (
                select p.ctid from registry.past_check p join registry.registration r on r.id = p.registration_id
                 where %s and p.checked_at < $1 and p.checked_at < r.last_checked_at limit $2
                   for update of p skip locked)""".formatted(which);
    }

    private static String every(String table, String old) {
        return """
            delete from registry.%1$s where ctid in (
                select ctid from registry.%1$s where %2$s limit $2 for update skip locked)""".formatted(table, old);
    }

    private Uni<Void> forget(String statement, Duration age) {
        return forget(statement, clock.instant().minus(age), BATCHES);
    }

    private Uni<Void> forget(String statement, Instant before, int batches) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), config.batch()))
                .flatMap(gone -> gone.rowCount() < config.batch() || batches == 1
                        ? Uni.createFrom().voidItem()
                        : forget(statement, before, batches - 1));
    }
}
