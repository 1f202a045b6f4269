package net.bpsolutions.sending.registry.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.DnsChecked;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Listens to the verifier for one answer. Whoever uses it waits. */
final class Ear implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final ObjectMapper json;
    private final Duration patience;

    Ear(Consumer<byte[], byte[]> consumer, ObjectMapper json, Duration patience) {
        this.consumer = consumer;
        this.json = json;
        this.patience = patience;
    }

    /** The answer; empty when it does not come in time. Answers to others, and what cannot be read, are passed over. */
    Optional<DnsChecked> answerTo(UUID order) {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
            Optional<DnsChecked> answer = StreamSupport.stream(
                            consumer.poll(Duration.ofNanos(left)).spliterator(), false)
                    .flatMap(taken -> read(taken, order).stream())
                    .findFirst();
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<DnsChecked> read(ConsumerRecord<byte[], byte[]> taken, UUID order) {
        try {
            JsonNode tree = json.readTree(taken.value() == null ? new byte[0] : taken.value());
            return order.toString().equals(tree.path("causeId").asText())
                    ? Optional.of(json.treeToValue(tree, DnsChecked.class))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(FAREWELL));
    }
}
