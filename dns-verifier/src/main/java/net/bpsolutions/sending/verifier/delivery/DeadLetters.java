package net.bpsolutions.sending.verifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Sets aside what cannot be processed: a pointer to the record, never its content, from which it can be replayed. Tried
 * until the broker has it, for a record may be acknowledged only then.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> emitter;
    private final EventJson json;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadLetters(
            @Channel("dead-letters") MutinyEmitter<byte[]> emitter, EventJson json, Clock clock, MeterRegistry meters) {
        this.emitter = emitter;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
    }

    /** Done when the broker has the pointer. */
    Uni<Void> park(Topic topic, IncomingKafkaRecordMetadata<?, ?> record, DeadLetterReason reason) {
        LOG.warnf("set aside %s/%d/%d: %s", record.getTopic(), record.getPartition(), record.getOffset(), reason);
        meters.counter("parked.records", "reason", reason.name()).increment();
        Message<byte[]> letter = Message.of(
                json.write(pointer(record, reason)),
                Metadata.of(OutgoingKafkaRecordMetadata.builder()
                        .withTopic(topic.deadLetter(Verifier.SERVICE))
                        .withHeaders(headers(record, reason))
                        .build()));
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(letter))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Map<String, Object> pointer(IncomingKafkaRecordMetadata<?, ?> record, DeadLetterReason reason) {
        Map<String, Object> pointer = new LinkedHashMap<>();
        pointer.put("topic", record.getTopic());
        pointer.put("partition", record.getPartition());
        pointer.put("offset", record.getOffset());
        pointer.put("reason", reason);
        pointer.put("occurredAt", clock.instant());
        return pointer;
    }

    private static List<RecordHeader> headers(IncomingKafkaRecordMetadata<?, ?> record, DeadLetterReason reason) {
        return List.of(
                header("dead-letter-reason", reason),
                header("dead-letter-topic", record.getTopic()),
                header("dead-letter-partition", record.getPartition()),
                header("dead-letter-offset", record.getOffset()),
                header("content-type", "application/json"));
    }

    private static RecordHeader header(String name, Object value) {
        return new RecordHeader(name, Objects.toString(value).getBytes(UTF_8));
    }
}
