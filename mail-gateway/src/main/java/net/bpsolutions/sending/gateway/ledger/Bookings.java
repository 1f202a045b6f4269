package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.outbox.Outbox;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.sender.Identity;

/** Writes down what became of a delivery, with its outcome, if the lease is still ours. */
@ApplicationScoped
public class Bookings {

    /** First of all: outcomes of one request are published in the order in which they were booked. */
    private static final String LOCK_REQUEST = "select from gateway.request where key = $1 for update";

    private static final String BOOK = """
            update gateway.delivery
            set state = $3,
                due_at = case when $4::float8 is null then due_at
                              else least(now() + make_interval(secs => $4), expires_at) end,
                lease_token = null,
                sending_as = coalesce($5, sending_as),
                from_address = coalesce($6, from_address),
                reply_to = case when $5::text is null then reply_to else $7 end,
                smtp_reply = $8,
                reason = $9,
                unseen = unseen + case when $10 then 1 else 0 end,
                fell_back = fell_back or $11,
                updated_at = now()
            where key = $1 and lease_token = $2
            returning updated_at""";

    private static final String RETURN = """
            update gateway.delivery
            set state = 'WAITING', due_at = least(now() + make_interval(secs => $3), expires_at), lease_token = null,
                attempt = greatest(attempt - 1, 0), updated_at = now()
            where key = $1 and lease_token = $2""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Suppressing suppressing;
    private final LostReplies lostReplies;

    Bookings(Transactions transactions, Outbox outbox, Suppressing suppressing, LostReplies lostReplies) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.suppressing = suppressing;
        this.lostReplies = lostReplies;
    }

    /** False when the lease was lost: another worker has it, and its result counts. */
    public Uni<Boolean> book(Lease lease, Booking booking) {
        return booking.next() instanceof Booking.Returned(var pause)
                ? giveBack(lease, pause)
                : transactions.run(tx -> bookAndTell(tx, lease, booking));
    }

    private Uni<Boolean> giveBack(Lease lease, Duration pause) {
        return transactions.run(tx -> tx.preparedQuery(RETURN)
                .execute(Tuple.of(lease.deliveryKey(), lease.token(), seconds(pause)))
                .map(returned -> returned.rowCount() > 0));
    }

    private Uni<Boolean> bookAndTell(SqlConnection tx, Lease lease, Booking booking) {
        return tx.preparedQuery(LOCK_REQUEST)
                .execute(Tuple.of(lease.requestKey()))
                .flatMap(locked -> tx.preparedQuery(BOOK).execute(row(lease, booking)))
                .flatMap(booked -> booked.size() == 0
                        ? Uni.createFrom().item(false)
                        : consequences(tx, lease, booking, booked).replaceWith(true));
    }

    private Uni<Void> consequences(SqlConnection tx, Lease lease, Booking booking, RowSet<Row> booked) {
        Instant at = booked.iterator().next().getOffsetDateTime(0).toInstant();
        return tell(tx, lease, booking, at)
                .flatMap(told -> booking.notAuthorised()
                        ? suggestCheck(tx, lease, at)
                        : Uni.createFrom().voidItem())
                .flatMap(told -> booking.next() instanceof Booking.Finished finished
                        ? finish(tx, lease, booking, finished)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(SqlConnection tx, Lease lease, Booking booking, Instant at) {
        return lease.notice()
                ? Uni.createFrom().voidItem()
                : outbox.append(tx, Topic.SEND_OUTCOMES, lease.id().requestId(), Outcomes.of(lease, booking, at));
    }

    private Uni<Void> suggestCheck(SqlConnection tx, Lease lease, Instant at) {
        return Outcomes.suggestion(lease, at)
                .map(event ->
                        outbox.append(tx, Topic.CHECK_SUGGESTED, event.domain().value(), event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> finish(SqlConnection tx, Lease lease, Booking booking, Booking.Finished finished) {
        Uni<Boolean> settled = lease.notice() && finished.outcome() != Outcome.ACCEPTED
                ? lostReplies.settled(tx, lease)
                : Uni.createFrom().item(true);
        Uni<Void> cleared = settled.flatMap(forget -> forget
                ? Contents.clear(tx, lease.requestKey())
                : Uni.createFrom().voidItem());
        return finished.suppress()
                ? cleared.flatMap(done -> suppressing.suppress(
                        tx, lease.id().clinicId(), lease.recipient(), String.valueOf(booking.reason())))
                : cleared;
    }

    private static Tuple row(Lease lease, Booking booking) {
        Identity identity = booking.identity();
        Tuple row = Tuple.tuple().addLong(lease.deliveryKey()).addUUID(lease.token());
        switch (booking.next()) {
            case Booking.Finished finished ->
                row.addString(finished.outcome().name()).addValue(null);
            case Booking.Again(var pause) -> row.addString("WAITING").addDouble(seconds(pause));
            case Booking.Unseen(var pause) -> row.addString("WAITING").addDouble(seconds(pause));
            case Booking.Returned(var pause) -> row.addString("WAITING").addDouble(seconds(pause));
            case Booking.FellBack() -> row.addString("WAITING").addDouble(0.0);
        }
        return row.addValue(identity == null ? null : identity.sendingAs().name())
                .addValue(identity == null ? null : identity.from().address().value())
                .addValue(
                        identity == null || identity.replyTo() == null
                                ? null
                                : identity.replyTo().address().value())
                .addValue(booking.smtpReply())
                .addValue(booking.reason())
                .addBoolean(booking.next() instanceof Booking.Unseen)
                .addBoolean(booking.next() instanceof Booking.FellBack);
    }

    private static double seconds(Duration pause) {
        return pause.toMillis() / 1000.0;
    }
}
