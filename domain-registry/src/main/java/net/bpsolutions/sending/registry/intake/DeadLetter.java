package net.bpsolutions.sending.registry.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Points to a record that could not be handled, so that it can be replayed; holds nothing of its content. */
record DeadLetter(String topic, int partition, long offset, Reading.Reason reason, Instant occurredAt) {

    static DeadLetter of(ConsumerRecord<?, ?> unhandled, Reading.Reason reason, Instant now) {
        return new DeadLetter(unhandled.topic(), unhandled.partition(), unhandled.offset(), reason, now);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("dead-letter-reason", reason.name());
        headers.put("dead-letter-topic", topic);
        headers.put("dead-letter-partition", Integer.toString(partition));
        headers.put("dead-letter-offset", Long.toString(offset));
        headers.put("content-type", "application/json");
        return headers;
    }
}
