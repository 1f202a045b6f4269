package net.bpsolutions.sending.registry.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import net.bpsolutions.sending.registry.startup.BeforeMigration;

/** How many webhooks are disabled, and how much is still to be told. */
@ApplicationScoped
class WebhookGauges {

    private static final String FIGURES = """
            select (select count(*) from registry.webhook where disabled_at is not null),
                   (select count(*) from registry.webhook_delivery)""";

    private final Pool pool;
    private final AtomicLong disabled = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    WebhookGauges(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        metrics.gauge("webhooks_disabled", disabled);
        metrics.gauge("webhook_deliveries_waiting", waiting);
    }

    @Scheduled(
            identity = "webhook-gauges",
            every = "15s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> read() {
        return pool.query(FIGURES)
                .execute()
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    disabled.set(row.getLong(0));
                    waiting.set(row.getLong(1));
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
