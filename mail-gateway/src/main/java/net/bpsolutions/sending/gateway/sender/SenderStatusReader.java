package net.bpsolutions.sending.gateway.sender;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole of sender-status at every start and follows it, on a thread of its own. No consumer group: every
 * replica needs every partition from its beginning, and there is nothing to commit.
 */
@ApplicationScoped
class SenderStatusReader {

    private static final Logger LOG = Logger.getLogger(SenderStatusReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SenderStatusTable table;
    private final ObjectMapper json;
    private final String bootstrapServers;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private boolean troubled;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    SenderStatusReader(
            SenderStatusTable table,
            ObjectMapper json,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.table = table;
        this.json = json;
        this.bootstrapServers = bootstrapServers;
    }

    void begin(@Observes StartupEvent event) {
        Thread.ofPlatform().name("sender-status").daemon().start(this::run);
    }

    private void run() {
        try {
            do {
                follow();
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (KafkaConsumer<String, byte[]> own = connected()) {
            consumer = own;
            List<TopicPartition> partitions = partitions(own);
            own.assign(partitions);
            // After a fault not from the beginning: what was overtaken since must not be believed again, not even
            // briefly.
            partitions.forEach(partition -> own.seek(partition, positions.getOrDefault(partition, 0L)));
            Map<TopicPartition, Long> ends = own.endOffsets(partitions);
            while (stopped.getCount() > 0) {
                long begun = System.nanoTime();
                own.poll(POLL).forEach(this::apply);
                partitions.forEach(partition -> positions.put(partition, own.position(partition)));
                noteProgress(ends);
                table.markLooked(begun);
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("asked to stop");
        } catch (KafkaException e) {
            // Without a broker there is nothing newer to be known; what is known stays good.
            table.markLooked(System.nanoTime());
            if (!troubled) {
                LOG.warnf("waiting for Kafka at %s to read sender-status: %s", bootstrapServers, e.getMessage());
                troubled = true;
            }
        } finally {
            consumer = null;
        }
    }

    private void noteProgress(Map<TopicPartition, Long> ends) {
        if (!table.rebuilt()
                && ends.entrySet().stream()
                        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            table.markRebuilt();
            troubled = false;
            LOG.infof("sender-status is read, %d registrations", table.size());
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> own) {
        List<TopicPartition> partitions = own.partitionsFor(Topic.SENDER_STATUS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic is not there");
        }
        return partitions;
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            table.remove(record.key());
            return;
        }
        try {
            table.put(json.readValue(record.value(), SenderStatus.class));
        } catch (IOException | RuntimeException e) {
            // Unknown is FALLBACK: an unreadable status never makes a clinic's name usable, not even the one before it.
            table.remove(String.valueOf(record.key()));
            LOG.errorf("unreadable sender-status: partition=%d offset=%d", record.partition(), record.offset());
        }
    }

    private KafkaConsumer<String, byte[]> connected() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "mail-gateway-sender-status",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        15_000,
                        // What was said since the broker is back must be known soon.
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void end(@Observes ShutdownEvent event) {
        stopped.countDown();
        KafkaConsumer<?, ?> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }
}
