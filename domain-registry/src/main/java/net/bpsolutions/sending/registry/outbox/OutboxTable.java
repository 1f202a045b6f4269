package net.bpsolutions.sending.registry.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.registry.column.HeadersColumn;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The outbox as the relay sees it, on the connection that holds the lease. */
@ApplicationScoped
class OutboxTable {

    private static final HeadersColumn HEADERS = new HeadersColumn();

    record Waiting(long position, ProducerRecord<byte[], byte[]> message) {}

    Uni<List<Waiting>> next(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(
                        "select position, topic, record_key, headers, payload from registry.outbox order by position limit $1")
                .execute(Tuple.of(limit))
                .map(OutboxTable::waiting);
    }

    /** By position, not up to a position: a lower one may commit later. */
    Uni<Void> delete(SqlConnection connection, List<Waiting> published) {
        if (published.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Long[] positions = published.stream().map(Waiting::position).toArray(Long[]::new);
        return connection
                .preparedQuery("delete from registry.outbox where position = any($1)")
                .execute(Tuple.of(positions))
                .replaceWithVoid();
    }

    private static List<Waiting> waiting(RowSet<Row> rows) {
        List<Waiting> waiting = new ArrayList<>(rows.size());
        rows.forEach(row -> waiting.add(new Waiting(row.getLong(0), message(row))));
        return waiting;
    }

    private static ProducerRecord<byte[], byte[]> message(Row row) {
        @Nullable String key = row.getString("record_key");
        @Nullable Buffer payload = row.get(Buffer.class, "payload");
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(row.getString("topic"), bytes(key), payload == null ? null : payload.getBytes());
        HEADERS.convertToEntityAttribute(row.getString("headers"))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }
}
