package net.bpsolutions.sending.verifier.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says when the broker is waited for, and when it is back: once per change, for the clients say it once per try. */
@ApplicationScoped
class BrokerWatch {

    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final String CHANNEL = "dns-check-requested";
    private static final long PERIOD_MILLIS = 2000;

    private final KafkaClientService clients;
    private final Vertx vertx;
    private final String servers;
    private final AtomicReference<Boolean> connected = new AtomicReference<>(true);
    private volatile long timer;

    BrokerWatch(
            KafkaClientService clients, Vertx vertx, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.clients = clients;
        this.vertx = vertx;
        this.servers = servers;
    }

    void onStart(@Observes StartupEvent start) {
        timer = vertx.setPeriodic(PERIOD_MILLIS, due -> look());
    }

    void onStop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        boolean now = isConnected();
        if (connected.getAndSet(now) != now) {
            LOG.infof(now ? "Kafka at %s answers" : "waiting for Kafka at %s", servers);
        }
    }

    /** A consumer polls for ever, so that its connections tell; reading its metrics disturbs nobody. */
    private boolean isConnected() {
        return clients.getConsumer(CHANNEL).unwrap().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .anyMatch(BrokerWatch::isPositive);
    }

    private static boolean isPositive(Metric metric) {
        return metric.metricValue() instanceof Double count && count > 0;
    }
}
