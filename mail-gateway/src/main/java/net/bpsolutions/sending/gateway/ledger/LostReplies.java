package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jboss.logging.Logger;

/** Replies that we said 250 to and that the clinic's server does not take: a person gets them, or they stay in the ledger. */
@ApplicationScoped
class LostReplies {

    private static final Logger LOG = Logger.getLogger(LostReplies.class);
    private static final String SECOND_TRY = "/person";
    private static final String CONTENT = "select content from gateway.request where key = $1 and content is not null";

    private final Ledger ledger;
    private final MailJson mailJson;
    private final Optional<Address> person;
    private final Clock clock;

    LostReplies(Ledger ledger, MailJson mailJson, GatewayConfig config, Clock clock) {
        this.ledger = ledger;
        this.mailJson = mailJson;
        this.person = config.replies().unmatchedTo().map(Address::new);
        this.clock = clock;
    }

    /** Whether the content of a mail of ours that was given up may be forgotten. */
    Uni<Boolean> settled(SqlConnection tx, Lease lease) {
        return tx.preparedQuery(CONTENT)
                .execute(Tuple.of(lease.requestKey()))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().item(true)
                        : settled(
                                tx,
                                lease,
                                mailJson.read(
                                        rows.iterator().next().getBuffer(0).getBytes())));
    }

    /** Of our own mails those that pass one on carry a file. */
    private Uni<Boolean> settled(SqlConnection tx, Lease lease, Mail mail) {
        if (mail.files().isEmpty()) {
            return Uni.createFrom().item(true);
        }
        String id = lease.id().requestId();
        Optional<Address> next = person.filter(to ->
                !id.endsWith(SECOND_TRY) && !to.equals(mail.to().getFirst().address()));
        if (next.isEmpty()) {
            LOG.errorf("a reply reached nobody and is kept, requestId=%s", id);
            return Uni.createFrom().item(false);
        }
        RequestId again = new RequestId(lease.id().clinicId(), id + SECOND_TRY);
        return ledger.enqueueOurs(
                        tx, again, to(next.get(), mail), clock.instant().plus(Notice.PassedOn.KEEP_TRYING))
                .replaceWith(true);
    }

    private static Mail to(Address person, Mail mail) {
        return new Mail(
                mail.from(),
                List.of(Mailbox.of(person)),
                mail.replyTo(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.files(),
                mail.autoSubmitted());
    }
}
