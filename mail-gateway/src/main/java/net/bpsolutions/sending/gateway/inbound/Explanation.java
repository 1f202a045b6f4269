package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.ledger.Notice;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** One polite mail to a person whose mail was not understood, within what an address may get on a day. */
@ApplicationScoped
class Explanation {

    private final Ledger ledger;
    private final Answers answers;
    private final String mailbox;
    private final Clock clock;

    Explanation(Ledger ledger, Answers answers, GatewayConfig config, Clock clock) {
        this.ledger = ledger;
        this.answers = answers;
        this.mailbox = config.vendor().verificationAddress();
        this.clock = clock;
    }

    /** Only for authors whose address is known to be theirs, or who are waited for anyway. */
    Uni<Void> enqueue(SqlConnection tx, Correspondent author, InboundDecision.Puzzle puzzle) {
        return answers.allow(tx, author.address())
                .chain(allowed -> allowed
                        ? ledger.enqueueNotice(tx, notice(author, puzzle))
                        : Uni.createFrom().voidItem());
    }

    private Notice notice(Correspondent author, InboundDecision.Puzzle puzzle) {
        return new Notice(
                author.answer("explanation", clock.instant()),
                Notice.NO_CLINIC,
                Mailbox.of(author.address()),
                "About your mail to " + mailbox,
                text(puzzle) + "\n",
                null,
                AutoSubmitted.REPLIED,
                clock.instant().plus(Notice.NEWS_FOR));
    }

    private String text(InboundDecision.Puzzle puzzle) {
        return switch (puzzle) {
            case NO_KEY ->
                "Your mail did not hold the whole key. Please forward the message \"Verify your domain\" to "
                        + mailbox
                        + " whole and unchanged, or copy the line \"Key: ...\" of it into a mail to us.";
            case LINK_REPLACED ->
                "Your mail security replaced the link of our message by one of its own that we cannot follow."
                        + " Please copy the two lines \"Domain: ...\" and \"Key: ...\" of the message into a mail to "
                        + mailbox + ".";
            case OUTLOOK_FILE ->
                "Your mail program packed the message into a file (winmail.dat or an Outlook item) that we do not"
                        + " open. Please copy the two lines \"Domain: ...\" and \"Key: ...\" of the message into a mail to "
                        + mailbox + ", or forward it as plain text.";
            case NOTHING_TO_PROVE ->
                "The domain of your address is registered and needs no verification at the moment; there is nothing to"
                        + " do.";
            case SOMETHING_ELSE ->
                "This mailbox verifies domains, and nobody reads it. To verify your domain, register it first; then"
                        + " send a mail with the subject \"Domain verification\" from an address in that domain to "
                        + mailbox + ", and forward the message that you get back.";
        };
    }
}
