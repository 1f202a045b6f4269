package net.bpsolutions.sending.gateway.deliveries;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for those who ask. */
@ApplicationScoped
class Deliveries {

    private static final String FIND = """
            select r.request_id, r.clinic_id, d.recipient, d.state, d.attempt, d.sending_as, d.from_address, d.reply_to,
                   d.message_id, d.smtp_reply, d.reason, d.unseen, d.due_at, d.expires_at, d.updated_at
            from gateway.request r join gateway.delivery d on d.request_key = r.key
            where r.clinic_id = $1 and r.request_id = $2 and r.kind = 'SEND_REQUEST'
            order by d.position""";

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /** One for each recipient, in the order of the request; none when there is no such request. */
    Uni<List<Delivery>> of(String clinicId, String requestId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(clinicId, requestId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Deliveries::delivery)
                        .toList());
    }

    private static Delivery delivery(Row row) {
        String state = row.getString("state");
        boolean tried = row.getString("sending_as") != null;
        return new Delivery(
                row.getString("request_id"),
                row.getString("clinic_id"),
                row.getString("recipient"),
                state,
                outcome(state, row),
                row.getInteger("attempt"),
                row.getInteger("unseen"),
                tried ? SendingAs.valueOf(row.getString("sending_as")) : null,
                row.getString("from_address"),
                row.getString("reply_to"),
                tried ? row.getString("message_id") : null,
                row.getString("smtp_reply"),
                row.getString("reason"),
                state.equals("WAITING") ? row.getOffsetDateTime("due_at").toInstant() : null,
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** What waits or is under way was deferred when a reason says why. */
    private static @Nullable Outcome outcome(String state, Row row) {
        return switch (state) {
            case "WAITING", "SENDING" -> row.getString("reason") == null ? null : Outcome.DEFERRED;
            default -> Outcome.valueOf(state);
        };
    }
}
