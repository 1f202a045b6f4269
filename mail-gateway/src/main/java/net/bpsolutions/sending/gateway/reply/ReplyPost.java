package net.bpsolutions.sending.gateway.reply;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.inbound.InboundMail;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.ledger.Notice;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jboss.logging.Logger;

/** Finds whose reply it is and passes it on. */
@ApplicationScoped
public class ReplyPost {

    private static final Logger LOG = Logger.getLogger(ReplyPost.class);

    private static final String FIND = """
            select r.clinic_id, coalesce(d.reply_to, d.from_address) as sender, d.message_id
              from gateway.delivery d join gateway.request r on r.key = d.request_key
             where d.message_id = any($1) and r.kind = 'SEND_REQUEST'
               and lower(coalesce(d.reply_to, d.from_address)) <> lower($2)""";

    private static final String PASSED_ON_BY_US = """
            select r.request_id from gateway.delivery d join gateway.request r on r.key = d.request_key
             where d.message_id = any($1) and r.kind = 'NOTICE' and lower(d.from_address) = lower($2)
               and lower(d.recipient) <> lower($3)""";

    private final Ledger ledger;
    private final PassedOnMail mail;
    private final Optional<Address> person;
    private final String fallback;

    ReplyPost(Ledger ledger, PassedOnMail mail, GatewayConfig config) {
        this.ledger = ledger;
        this.mail = mail;
        this.person = config.replies().unmatchedTo().map(Address::new);
        this.fallback = config.vendor().fallbackAddress();
    }

    /** Where a reply went. */
    public enum Result {
        /** To the original sender. */
        PASSED_ON,

        /** To a person, who will know. */
        TO_PERSON,

        /** Nowhere: no person is configured. */
        NOWHERE
    }

    /** A reply came back, and no person is configured to read it: try again later. */
    public static final class NobodyReads extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NobodyReads() {
            super("no person is configured", null, false, false);
        }
    }

    /**
     * Passes a reply on: looks, and takes the mail in with one statement, so that no transaction is needed.
     *
     * @param messageIds of mails that it may answer, the likeliest first
     * @param original as it came in
     */
    public Uni<Result> passOn(SqlClient db, List<String> messageIds, InboundMail reply, byte[] original) {
        return db.preparedQuery(FIND)
                .execute(Tuple.of(messageIds.toArray(String[]::new), fallback))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> likeliest(messageIds, rows)
                        .map(row -> toClinic(db, row, reply, original))
                        .orElseGet(() -> toPerson(db, reply, original)));
    }

    /**
     * Gives a report to the person when it is a reply that came back from the clinic: what it quotes is all that is left.
     *
     * @param messageIds of mails that it may be about
     * @return fails with {@link NobodyReads} when that would be lost: then nothing may be booked, and the report comes again
     */
    public Uni<Void> rescue(SqlConnection tx, List<String> messageIds, InboundMail report, byte[] original) {
        String readBy = person.map(Address::value).orElse("");
        return tx.preparedQuery(PASSED_ON_BY_US)
                .execute(Tuple.of(messageIds.toArray(String[]::new), fallback, readBy))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : toPerson(tx, report, original).chain(result -> kept(result, rows)));
    }

    private static Uni<Void> kept(Result result, RowSet<Row> passedOn) {
        return switch (result) {
            case PASSED_ON, TO_PERSON -> Uni.createFrom().voidItem();
            case NOWHERE -> {
                LOG.errorf(
                        "a reply came back and nobody is configured to read it, requestId=%s",
                        passedOn.iterator().next().getString("request_id"));
                yield Uni.createFrom().failure(new NobodyReads());
            }
        };
    }

    private static Optional<Row> likeliest(List<String> messageIds, List<Row> rows) {
        return messageIds.stream()
                .flatMap(id -> rows.stream().filter(row -> id.equals(row.getString("message_id"))))
                .findFirst();
    }

    private Uni<Result> toClinic(SqlClient db, Row row, InboundMail reply, byte[] original) {
        Address clinic = new Address(row.getString("sender"));
        return ledger.enqueueNotice(db, mail.of(row.getString("clinic_id"), clinic, reply, original))
                .replaceWith(Result.PASSED_ON);
    }

    private Uni<Result> toPerson(SqlClient db, InboundMail reply, byte[] original) {
        return person.map(to -> ledger.enqueueNotice(db, mail.of(Notice.NO_CLINIC, to, reply, original))
                        .replaceWith(Result.TO_PERSON))
                .orElseGet(() -> Uni.createFrom().item(Result.NOWHERE));
    }
}
