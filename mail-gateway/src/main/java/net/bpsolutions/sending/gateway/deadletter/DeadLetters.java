package net.bpsolutions.sending.gateway.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.outbox.Outbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts records aside that nobody can read: a pointer and a reason, no content, so that it can be replayed. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String SERVICE = "mail-gateway";

    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;

    DeadLetters(Outbox outbox, MeterRegistry metrics, Clock clock) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The value of a dead letter: where the record is. */
    @RegisterForReflection
    record Pointer(String topic, int partition, long offset, Unreadable reason, Instant occurredAt) {}

    /** Where this service puts what it cannot read from {@code topic}. */
    static String topic(Topic topic) {
        return topic.deadLetter(SERVICE);
    }

    /** Appends the dead letter of {@code record}; it can be acknowledged when {@code tx} has committed. */
    public Uni<Void> append(SqlConnection tx, Topic topic, ConsumerRecord<?, ?> record, Unreadable reason) {
        Pointer pointer = new Pointer(record.topic(), record.partition(), record.offset(), reason, Instant.now(clock));
        return outbox.appendPointer(tx, topic(topic), headers(pointer), pointer)
                .onItem()
                .invoke(() -> tell(pointer));
    }

    private static Map<String, String> headers(Pointer pointer) {
        return Map.of(
                "dead-letter-reason", pointer.reason().name(),
                "dead-letter-topic", pointer.topic(),
                "dead-letter-partition", Integer.toString(pointer.partition()),
                "dead-letter-offset", Long.toString(pointer.offset()),
                "content-type", "application/json");
    }

    private void tell(Pointer pointer) {
        metrics.counter("parked_records_total", "reason", pointer.reason().name())
                .increment();
        LOG.warnf(
                "dead letter: topic=%s partition=%d offset=%d reason=%s",
                pointer.topic(), pointer.partition(), pointer.offset(), pointer.reason());
    }
}
