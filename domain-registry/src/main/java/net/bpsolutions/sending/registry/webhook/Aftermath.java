package net.bpsolutions.sending.registry.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import net.bpsolutions.sending.registry.RegistryConfig;
import org.jboss.logging.Logger;

/** What follows from an attempt: done, again later, given up, or the webhook is disabled. */
@ApplicationScoped
class Aftermath {

    private static final Logger LOG = Logger.getLogger(Aftermath.class);

    private final DeliveryTable table;
    private final Pauses pauses;
    private final Duration patience;
    private final MeterRegistry metrics;
    private final RandomGenerator random;
    private final InstantSource clock;

    Aftermath(
            DeliveryTable table,
            RegistryConfig config,
            MeterRegistry metrics,
            RandomGenerator random,
            InstantSource clock) {
        this.table = table;
        this.pauses = Pauses.of(config.webhooks());
        this.patience = config.webhooks().patience();
        this.metrics = metrics;
        this.random = random;
        this.clock = clock;
    }

    Uni<Void> of(Delivery delivery, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken _ -> {
                count("taken");
                yield table.taken(delivery);
            }
            case Outcome.Gone _ -> disable(delivery, "gone");
            case Outcome.Failed(var reason) -> failed(delivery, reason);
        };
    }

    private Uni<Void> failed(Delivery delivery, String reason) {
        count("failed");
        LOG.infof(
                "webhookId=%s eventId=%s attempt=%d failed: %s",
                delivery.webhookId(), delivery.event().id(), delivery.attempt(), reason);
        Instant now = clock.instant();
        return table.failing(delivery, now)
                .flatMap(since ->
                        since.plus(patience).isAfter(now) ? later(delivery, now) : disable(delivery, "failing"));
    }

    private Uni<Void> later(Delivery delivery, Instant now) {
        return pauses.after(delivery.attempt(), random)
                .map(pause -> table.postponed(delivery, now.plus(pause)))
                .orElseGet(() -> {
                    count("given-up");
                    LOG.warnf(
                            "webhookId=%s eventId=%s is given up after %d attempts",
                            delivery.webhookId(), delivery.event().id(), delivery.attempt());
                    return table.givenUp(delivery);
                });
    }

    private Uni<Void> disable(Delivery delivery, String because) {
        count("disabled");
        LOG.warnf("webhookId=%s is disabled: %s", delivery.webhookId(), because);
        return table.disable(delivery, clock.instant(), because);
    }

    private void count(String outcome) {
        metrics.counter("webhook_deliveries", "outcome", outcome).increment();
    }
}
