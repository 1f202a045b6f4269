package net.bpsolutions.sending.registry.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/** Figures that are read from the database now and then. */
@ApplicationScoped
class Gauges {

    private static final Logger LOG = Logger.getLogger(Gauges.class);
    private static final String STATES = "select status, count(*) from registry.registration group by status";
    private static final String OUTBOX =
            "select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from registry.outbox";

    private static final String FROZEN = "select case when frozen then 1 else 0 end from registry.breaker";
    private static final String OVERDUE =
            "select coalesce(extract(epoch from now() - min(next_check_at)), 0)::bigint from registry.registration where urgent = %s";

    private final Pool pool;
    private final Map<DomainStatus, AtomicLong> states = new EnumMap<>(DomainStatus.class);
    private final AtomicLong unpublished = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong frozen = new AtomicLong();
    private final AtomicLong urgentOverdue = new AtomicLong();
    private final AtomicLong routineOverdue = new AtomicLong();

    Gauges(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        for (DomainStatus status : DomainStatus.values()) {
            states.put(status, new AtomicLong());
        }
        states.forEach((status, count) -> metrics.gauge("domain_state", Tags.of("state", status.name()), count));
        metrics.gauge("outbox_unpublished", unpublished);
        metrics.gauge("outbox_oldest_age_seconds", oldest);
        metrics.gauge("demotions_frozen", frozen);
        metrics.gauge("check_overdue_seconds", Tags.of("lane", "urgent"), urgentOverdue);
        metrics.gauge("check_overdue_seconds", Tags.of("lane", "routine"), routineOverdue);
    }

    @Scheduled(
            identity = "gauges",
            every = "15s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> read() {
        return pool.query(STATES)
                .execute()
                .invoke(this::countStates)
                .flatMap(_ -> pool.query(OUTBOX).execute())
                .invoke(this::countOutbox)
                .flatMap(_ -> read(FROZEN, frozen))
                .flatMap(_ -> read(OVERDUE.formatted(true), urgentOverdue))
                .flatMap(_ -> read(OVERDUE.formatted(false), routineOverdue))
                .onFailure()
                .invoke(failure ->
                        LOG.debugf("no figures: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> read(String number, AtomicLong into) {
        return pool.query(number)
                .execute()
                .invoke(rows -> into.set(Math.max(0, rows.iterator().next().getLong(0))))
                .replaceWithVoid();
    }

    private void countStates(RowSet<Row> rows) {
        states.values().forEach(count -> count.set(0));
        rows.forEach(row -> {
            AtomicLong count = states.get(DomainStatus.valueOf(row.getString(0)));
            if (count != null) {
                count.set(row.getLong(1));
            }
        });
    }

    private void countOutbox(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        unpublished.set(row.getLong(0));
        oldest.set(row.getLong(1));
    }
}
