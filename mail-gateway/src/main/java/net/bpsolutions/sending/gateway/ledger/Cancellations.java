package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.outbox.Outbox;

/** Takes back what is not wanted any more, as long as no attempt has begun. */
@ApplicationScoped
public class Cancellations {

    private static final String LOCK_REQUEST = """
            select key
            from gateway.request
            where clinic_id = $1 and request_id = $2 and kind = 'SEND_REQUEST'
            for update""";

    private static final String CANCEL = """
            update gateway.delivery
            set state = 'REJECTED', reason = 'cancelled', updated_at = now()
            where request_key = $1 and state = 'WAITING'
            returning position, recipient, attempt, updated_at""";

    private static final String REMEMBER = """
            insert into gateway.cancellation (clinic_id, request_id) values ($1, $2) on conflict do nothing""";

    /** After CANCEL only what is under way is open; a worker may give it back between the two. */
    private static final String REMEMBER_OPEN = """
            insert into gateway.cancellation (clinic_id, request_id)
            select $1, $2 where exists (
                select from gateway.delivery where request_key = $3 and state in ('WAITING', 'SENDING'))
            on conflict do nothing""";

    private final Outbox outbox;

    Cancellations(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What a cancellation came to. */
    public enum Result {
        /** At least one recipient gets no mail; those under way get no further attempt. */
        CANCELLED,
        /** Every attempt has begun or is over; no further one begins. */
        TOO_LATE,
        /** There is no such request. */
        UNKNOWN
    }

    /** Cancels what waits now, and any further attempt of what is under way. */
    public Uni<Result> cancel(SqlConnection tx, RequestId id) {
        return tx.preparedQuery(LOCK_REQUEST)
                .execute(Tuple.of(id.clinicId(), id.requestId()))
                .flatMap(found -> found.size() == 0
                        ? Uni.createFrom().item(Result.UNKNOWN)
                        : cancel(tx, id, found.iterator().next().getLong("key")));
    }

    /** Cancels what waits now, and what comes or comes back later: records may overtake the request they are about. */
    public Uni<Result> cancelForGood(SqlConnection tx, RequestId id) {
        return tx.preparedQuery(REMEMBER)
                .execute(Tuple.of(id.clinicId(), id.requestId()))
                .flatMap(remembered -> cancel(tx, id));
    }

    private Uni<Result> cancel(SqlConnection tx, RequestId id, long requestKey) {
        return tx.preparedQuery(CANCEL)
                .execute(Tuple.of(requestKey))
                .call(cancelled ->
                        tx.preparedQuery(REMEMBER_OPEN).execute(Tuple.of(id.clinicId(), id.requestId(), requestKey)))
                .flatMap(cancelled -> cancelled.size() == 0
                        ? Uni.createFrom().item(Result.TOO_LATE)
                        : tell(tx, id, cancelled)
                                .flatMap(told -> Contents.clear(tx, requestKey))
                                .replaceWith(Result.CANCELLED));
    }

    private Uni<Void> tell(SqlConnection tx, RequestId id, RowSet<Row> cancelled) {
        return outbox.appendAll(
                tx,
                Topic.SEND_OUTCOMES,
                StreamSupport.stream(cancelled.spliterator(), false)
                        .map(row -> new Outbox.Keyed<>(id.requestId(), outcome(id, row)))
                        .toList());
    }

    private static SendOutcome outcome(RequestId id, Row row) {
        return Outcomes.cancelled(
                id,
                row.getInteger("position"),
                row.getString("recipient"),
                row.getInteger("attempt"),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
