package net.bpsolutions.sending.gateway.bounce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Bounce;
import net.bpsolutions.sending.gateway.ledger.Bounces;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.outbox.Outbox;

/** Has the ledger book what a report says, and the registry look at a domain that a receiver did not believe. */
@ApplicationScoped
public class BounceBook {

    private final Bounces bounces;
    private final Outbox outbox;
    private final Clock clock;

    BounceBook(Bounces bounces, Outbox outbox, Clock clock) {
        this.bounces = bounces;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Books it under the first Message-ID that is one of ours. */
    public Uni<Bounces.Result> book(SqlConnection tx, Report.Failed report) {
        Uni<Bounces.Result> result = Uni.createFrom().item(Bounces.Result.UNKNOWN);
        for (String messageId : report.messageIds()) {
            result = result.chain(so -> so == Bounces.Result.UNKNOWN
                    ? bookOne(tx, report, messageId)
                    : Uni.createFrom().item(so));
        }
        return result;
    }

    private Uni<Bounces.Result> bookOne(SqlConnection tx, Report.Failed report, String messageId) {
        return bounces.book(tx, new Bounce(messageId, report.kind(), report.status()))
                .call(result -> result == Bounces.Result.BOOKED && report.unauthorised()
                        ? suggestCheck(tx, messageId)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> suggestCheck(SqlConnection tx, String messageId) {
        return tx.preparedQuery("""
                        select r.clinic_id, d.from_address
                          from gateway.delivery d join gateway.request r on r.key = d.request_key
                         where d.message_id = $1 and r.kind = 'SEND_REQUEST' and d.sending_as = 'NATIVE'""")
                .execute(Tuple.of(messageId))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : suggest(tx, messageId, rows.iterator().next()));
    }

    private Uni<Void> suggest(SqlConnection tx, String messageId, Row row) {
        CheckSuggested event = new CheckSuggested(
                UUID.nameUUIDFromBytes((messageId + "/bounced/check").getBytes(StandardCharsets.UTF_8)),
                clock.instant(),
                row.getString("clinic_id"),
                new Address(row.getString("from_address")).domain(),
                Booking.NOT_AUTHORISED);
        return outbox.append(tx, Topic.CHECK_SUGGESTED, event.domain().value(), event);
    }
}
