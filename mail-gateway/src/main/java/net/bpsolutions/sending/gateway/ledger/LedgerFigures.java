package net.bpsolutions.sending.gateway.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import net.bpsolutions.sending.gateway.startup.StartupGate;

/** Depth and age of what waits, for whoever watches. The last figures stay while the database is away. */
@ApplicationScoped
class LedgerFigures {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String COUNT = """
            select count(*) filter (where state = 'WAITING' and due_at <= now()) as ready,
                   count(*) filter (where state = 'WAITING' and due_at > now()) as scheduled,
                   count(*) filter (where state = 'SENDING') as sending,
                   coalesce(extract(epoch from now() - min(due_at) filter (where due_at <= now())), 0)::float8 as oldest,
                   (select count(*) from gateway.outbox) as unpublished,
                   (select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 from gateway.outbox)
                       as oldest_unpublished
            from gateway.delivery where state in ('WAITING', 'SENDING')""";

    private record Figures(
            long ready, long scheduled, long sending, double oldest, long unpublished, double oldestUnpublished) {}

    private final Pool pool;
    private final StartupGate gate;
    private volatile Figures last = new Figures(0, 0, 0, 0, 0, 0);

    LedgerFigures(Pool pool, StartupGate gate, MeterRegistry metrics) {
        this.pool = pool;
        this.gate = gate;
        depth(metrics, "ready", Figures::ready);
        depth(metrics, "scheduled", Figures::scheduled);
        depth(metrics, "sending", Figures::sending);
        gauge("mail.oldest.ready.age.seconds", Figures::oldest).register(metrics);
        gauge("outbox.unpublished", Figures::unpublished).register(metrics);
        gauge("outbox.oldest.age.seconds", Figures::oldestUnpublished).register(metrics);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        if (!gate.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return pool.query(COUNT)
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(rows -> last = figures(rows.iterator().next()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void depth(MeterRegistry metrics, String state, ToDoubleFunction<Figures> figure) {
        gauge("mail.queue.depth", figure).tag("state", state).register(metrics);
    }

    private Gauge.Builder<LedgerFigures> gauge(String name, ToDoubleFunction<Figures> figure) {
        return Gauge.builder(name, this, self -> figure.applyAsDouble(self.last));
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getLong("ready"),
                row.getLong("scheduled"),
                row.getLong("sending"),
                row.getDouble("oldest"),
                row.getLong("unpublished"),
                row.getDouble("oldest_unpublished"));
    }
}
