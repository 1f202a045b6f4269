package net.bpsolutions.sending.gateway.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bpsolutions.sending.events.Event;
import net.bpsolutions.sending.events.Topic;
import org.jspecify.annotations.Nullable;

/** Events of a transaction: published if it commits, in the order of the appends for each key, at least once. */
@ApplicationScoped
public class Outbox {

    private static final String SOURCE = "/mail-gateway";
    private static final String APPEND =
            "insert into gateway.outbox (topic, record_key, headers, payload) values ($1, $2, $3, $4)";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** Adds an event as a CloudEvent in binary mode. */
    public Uni<Void> append(SqlConnection tx, Topic topic, String key, Event event) {
        return insert(tx, List.of(row(topic.topicName(), key, headers(topic, event), event)));
    }

    /** Adds events of one topic in one round trip, in their order. */
    public <E extends Event> Uni<Void> appendAll(SqlConnection tx, Topic topic, List<Keyed<E>> events) {
        return insert(
                tx,
                events.stream()
                        .map(e -> row(topic.topicName(), e.key(), headers(topic, e.event()), e.event()))
                        .toList());
    }

    /** Adds a record that is no event: a pointer to a record that could not be read. */
    public Uni<Void> appendPointer(SqlConnection tx, String topicName, Map<String, String> headers, Object pointer) {
        return insert(tx, List.of(row(topicName, null, headers, pointer)));
    }

    /**
     * An event and the key of its record.
     *
     * @param key the record key
     * @param event the event
     */
    public record Keyed<E extends Event>(String key, E event) {}

    private OutboxRow row(String topic, @Nullable String key, Map<String, String> headers, Object value) {
        try {
            return new OutboxRow(0, topic, key, headers, json.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event has a JSON form", e);
        }
    }

    private static Map<String, String> headers(Topic topic, Event event) {
        return Map.of(
                "ce_id",
                event.id().toString(),
                "ce_source",
                SOURCE,
                "ce_type",
                topic.eventType(),
                "ce_time",
                event.occurredAt().toString(),
                "ce_specversion",
                "1.0",
                "content-type",
                "application/json");
    }

    private static Uni<Void> insert(SqlConnection tx, List<OutboxRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(APPEND)
                        .executeBatch(rows.stream().map(Outbox::tuple).toList())
                        .replaceWithVoid();
    }

    private static Tuple tuple(OutboxRow row) {
        JsonObject headers = new JsonObject();
        new TreeMap<>(row.headers()).forEach(headers::put);
        return Tuple.tuple()
                .addString(row.topic())
                .addValue(row.key())
                .addValue(headers)
                .addValue(row.payload() == null ? null : Buffer.buffer(row.payload()));
    }
}
