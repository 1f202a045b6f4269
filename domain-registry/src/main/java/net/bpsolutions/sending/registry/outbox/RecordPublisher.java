package net.bpsolutions.sending.registry.outbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one place from which records leave for Kafka. */
@ApplicationScoped
class RecordPublisher {

    private static final Logger LOG = Logger.getLogger(RecordPublisher.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration TOLD_AFTER = Duration.ofSeconds(30);

    private final Map<String, Object> broker;

    /** {@code send} may wait for metadata, so it never runs on an event loop. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("outbox-publisher").factory());

    private @Nullable Producer<byte[], byte[]> producer;

    RecordPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** Sends in order, and completes with the number of leading records that the broker has acknowledged. */
    Uni<Integer> publish(List<ProducerRecord<byte[], byte[]>> records) {
        return Uni.createFrom().item(() -> send(records)).runSubscriptionOn(worker);
    }

    private int send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> acks = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> toSend : records) {
            Future<RecordMetadata> ack = producer().send(toSend);
            acks.add(ack);
            // Refused at once (no metadata): the rest would wait as long each.
            if (ack.isDone() && !isAcked(ack)) {
                break;
            }
        }
        int acked = 0;
        while (acked < acks.size() && isAcked(acks.get(acked))) {
            acked++;
        }
        return acked;
    }

    private static boolean isAcked(Future<RecordMetadata> ack) {
        try {
            await(ack);
            return true;
        } catch (ExecutionException notAcked) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(Future<RecordMetadata> ack) throws ExecutionException, InterruptedException {
        try {
            ack.get(TOLD_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.warn("the broker does not acknowledge, events wait in the outbox");
            ack.get();
            LOG.info("the broker acknowledges again");
        }
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "domain-registry-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // The idempotent producer repeats without doubling, we would not: let it, for longer than a broker is away.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000);
        return settings;
    }

    @PreDestroy
    void close() {
        worker.shutdown();
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
