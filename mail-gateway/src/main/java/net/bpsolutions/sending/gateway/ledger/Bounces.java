package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.outbox.Outbox;

/** Books what came back: BOUNCED follows ACCEPTED, once, and a recipient that is gone or complains is suppressed. */
@ApplicationScoped
public class Bounces {

    /** The request first, like every booking. */
    private static final String FIND = """
            select d.key, d.state, d.recipient, r.kind, r.clinic_id
            from gateway.request r join gateway.delivery d on d.request_key = r.key
            where d.message_id = $1
            for update""";

    private static final String BOOK = """
            update gateway.delivery d
            set state = 'BOUNCED', smtp_reply = $2, reason = $3, updated_at = now()
            from gateway.request r
            where d.key = $1 and r.key = d.request_key
            returning r.clinic_id, r.request_id, d.position, d.recipient, d.sending_as, d.from_address, d.reply_to,
                      d.message_id, d.attempt, d.smtp_reply, d.reason, d.updated_at""";

    private final Outbox outbox;
    private final Suppressing suppressing;

    Bounces(Outbox outbox, Suppressing suppressing) {
        this.outbox = outbox;
        this.suppressing = suppressing;
    }

    /** What a report came to. */
    public enum Result {
        /** It is told. */
        BOOKED,

        /** Nothing new: it was told before, or the mail was never accepted. What suppresses still does. */
        NOTHING_TO_TELL,

        /** An attempt is under way: it is not known yet whether the mail was accepted. The report must come again. */
        TOO_EARLY,

        /** No mail of ours has this Message-ID. */
        UNKNOWN
    }

    /** Books {@code bounce}; the same again changes nothing. */
    public Uni<Result> book(SqlConnection tx, Bounce bounce) {
        return tx.preparedQuery(FIND)
                .execute(Tuple.of(bounce.messageId()))
                .flatMap(found -> found.size() == 0
                        ? Uni.createFrom().item(Result.UNKNOWN)
                        : book(tx, bounce, found.iterator().next()));
    }

    private Uni<Result> book(SqlConnection tx, Bounce bounce, Row delivery) {
        if (delivery.getString("state").equals("SENDING")) {
            return Uni.createFrom().item(Result.TOO_EARLY);
        }
        boolean ours = delivery.getString("kind").equals("NOTICE");
        boolean accepted = delivery.getString("state").equals("ACCEPTED");
        return suppressed(tx, bounce, delivery, ours)
                .flatMap(done -> accepted
                        ? bounced(tx, bounce, delivery, ours).replaceWith(Result.BOOKED)
                        : Uni.createFrom().item(Result.NOTHING_TO_TELL));
    }

    /** Our own mails are not a clinic's. */
    private Uni<Void> suppressed(SqlConnection tx, Bounce bounce, Row delivery, boolean ours) {
        boolean again = delivery.getString("state").equals("BOUNCED");
        return ours || again || !bounce.kind().suppresses()
                ? Uni.createFrom().voidItem()
                : suppressing.suppress(
                        tx,
                        delivery.getString("clinic_id"),
                        delivery.getString("recipient"),
                        bounce.kind().reason());
    }

    private Uni<Void> bounced(SqlConnection tx, Bounce bounce, Row delivery, boolean ours) {
        return tx.preparedQuery(BOOK)
                .execute(Tuple.of(
                        delivery.getLong("key"), bounce.status(), bounce.kind().reason()))
                .map(booked -> booked.iterator().next())
                .flatMap(row -> ours
                        ? Uni.createFrom().voidItem()
                        : outbox.append(tx, Topic.SEND_OUTCOMES, row.getString("request_id"), Outcomes.bounced(row)));
    }
}
