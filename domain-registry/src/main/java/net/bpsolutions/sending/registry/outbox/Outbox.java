package net.bpsolutions.sending.registry.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import net.bpsolutions.sending.events.Event;
import net.bpsolutions.sending.events.Topic;

/**
 * Appends to the outbox at the end of the unit of work that is under way. Lock the row that the event tells of before: the
 * order of positions is then the order of events per key.
 */
@ApplicationScoped
public class Outbox {

    private static final String SOURCE = "/domain-registry";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** Appends an event. */
    public Uni<Void> append(Topic topic, String key, Event event) {
        return append(record(topic, key, event));
    }

    /** The record that tells of an event, for a statement that appends it itself. */
    public OutboxRecord record(Topic topic, String key, Event event) {
        return new OutboxRecord(
                topic.topicName(), key, cloudEvent(topic, event.id(), event.occurredAt()), bytes(event));
    }

    /** Appends a record without a value: what its key stood for is gone. */
    public Uni<Void> appendTombstone(Topic topic, String key, UUID id, Instant occurredAt) {
        return append(new OutboxRecord(topic.topicName(), key, cloudEvent(topic, id, occurredAt), null));
    }

    /** Appends a record that is no event: plain JSON. */
    public Uni<Void> appendPlain(Topic topic, String key, Object value) {
        return append(
                new OutboxRecord(topic.topicName(), key, Map.of("content-type", "application/json"), bytes(value)));
    }

    /** Appends a dead letter: a pointer to the record that could not be handled, never its content. */
    public Uni<Void> appendDeadLetter(String topic, Map<String, String> headers, Object pointer) {
        return append(new OutboxRecord(topic, null, headers, bytes(pointer)));
    }

    private static Uni<Void> append(OutboxRecord entry) {
        return Uni.createFrom().voidItem().invoke(() -> Pending.add(entry));
    }

    private static Map<String, String> cloudEvent(Topic topic, UUID id, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", id.toString());
        headers.put("ce_source", SOURCE);
        headers.put("ce_type", topic.eventType());
        headers.put("ce_time", time.toString());
        headers.put("ce_specversion", "1.0");
        headers.put("content-type", "application/json");
        return headers;
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event has no JSON", e);
        }
    }
}
