package net.bpsolutions.sending.gateway.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The only producer of this service. Blocks: for the relay's thread alone. */
@ApplicationScoped
class Broker {

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    Broker(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Hands over rows in their order and waits for the answers.
     *
     * @param confirmed how many of the first rows all replicas hold
     * @param fault why not all
     */
    record Published(int confirmed, @Nullable Exception fault) {

        /** Whether the first row that is not confirmed never will be, however often it is sent. */
        boolean neverTaken() {
            return fault != null && fault.getCause() instanceof RecordTooLargeException;
        }
    }

    Published publish(List<OutboxRow> rows) throws InterruptedException {
        List<Future<?>> answers = new ArrayList<>(rows.size());
        Exception refused = null;
        try {
            for (OutboxRow row : rows) {
                Future<?> answer = producer().send(toRecord(row));
                answers.add(answer);
                // It was not even begun with, for want of its partitions say: nothing may get past it.
                if (answer.state() == Future.State.FAILED) {
                    break;
                }
            }
        } catch (KafkaException e) {
            refused = e;
        }
        return confirmed(answers, refused);
    }

    /** Rows after an unconfirmed one stay, though they may be published: order matters more than a repetition. */
    private static Published confirmed(List<Future<?>> answers, @Nullable Exception refused)
            throws InterruptedException {
        int confirmed = 0;
        for (Future<?> answer : answers) {
            try {
                answer.get();
                confirmed++;
            } catch (ExecutionException e) {
                return new Published(confirmed, e);
            }
        }
        return new Published(confirmed, refused);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ProducerConfig.CLIENT_ID_CONFIG,
                            "mail-gateway-outbox",
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            // The relay repeats by itself; short limits let it see soon that the broker is away.
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            5_000,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            10_000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            30_000,
                            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                            10_000),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    private static ProducerRecord<byte[], byte[]> toRecord(OutboxRow row) {
        ProducerRecord<byte[], byte[]> kafka = new ProducerRecord<>(row.topic(), octets(row.key()), row.payload());
        row.headers().forEach((name, value) -> kafka.headers().add(new RecordHeader(name, octets(value))));
        return kafka;
    }

    private static byte @Nullable [] octets(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(GOODBYE);
        }
    }
}
