package net.bpsolutions.sending.registry.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.WebhookConfig;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/**
 * Sends what is due. Each webhook has its own small wave under way, so that a slow one delays no other; while a wave was
 * full the next one follows at once.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int LEASE_FACTOR = 6;

    private final DeliveryTable table;
    private final Courier courier;
    private final Aftermath aftermath;
    private final WebhookConfig config;
    private final InstantSource clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    Dispatcher(DeliveryTable table, Courier courier, Aftermath aftermath, RegistryConfig config, InstantSource clock) {
        this.table = table;
        this.courier = courier;
        this.aftermath = aftermath;
        this.config = config.webhooks();
        this.clock = clock;
    }

    @Scheduled(
            identity = "webhook-deliveries",
            every = "${registry.webhooks.poll:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> dispatch() {
        Instant now = clock.instant();
        Duration lease = config.timeout().multipliedBy(LEASE_FACTOR);
        return table.claim(now, now.plus(lease), config.inFlight(), busy)
                .invoke(claimed -> claimed.stream()
                        .collect(Collectors.groupingBy(Delivery::webhookId))
                        .forEach(this::begin))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "nothing could be claimed: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** A wave of its own; the schedule does not wait for it. */
    private void begin(UUID webhookId, List<Delivery> wave) {
        busy.add(webhookId);
        Multi.createFrom()
                .iterable(wave)
                .onItem()
                .transformToUniAndMerge(this::attempt)
                .collect()
                .asList()
                .subscribe()
                .with(_ -> end(webhookId, wave), _ -> end(webhookId, wave));
    }

    private Uni<Void> attempt(Delivery delivery) {
        return courier.attempt(delivery)
                .flatMap(outcome -> aftermath.of(delivery, outcome))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "webhookId=%s eventId=%s attempt=%d is tried again after its lease: %s",
                        delivery.webhookId(),
                        delivery.event().id(),
                        delivery.attempt(),
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private void end(UUID webhookId, List<Delivery> wave) {
        busy.remove(webhookId);
        if (wave.size() == config.inFlight()) {
            dispatch().subscribe().with(_ -> {}, _ -> {});
        }
    }
}
