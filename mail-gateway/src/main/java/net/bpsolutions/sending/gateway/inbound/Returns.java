package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bpsolutions.sending.gateway.bounce.BounceBook;
import net.bpsolutions.sending.gateway.bounce.Report;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.ledger.Bounces;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.reply.ReplyPost;
import org.jspecify.annotations.Nullable;

/** What comes back to the fallback and bounce addresses: reports are booked, replies passed on, loops ended. */
@ApplicationScoped
class Returns {

    /** More hops than these a mail makes in circles only (RFC 5321 §6.3 asks for at least 100 to be let through). */
    private static final int MAX_HOPS = 100;

    private static final SmtpReply NOT_YET = new SmtpReply(451, "4.3.0 Mailbox not available yet, try again later");

    private final BounceBook bounces;
    private final ReplyPost replies;
    private final OwnAddresses addresses;
    private final Transactions transactions;

    Returns(BounceBook bounces, ReplyPost replies, OwnAddresses addresses, Transactions transactions) {
        this.bounces = bounces;
        this.replies = replies;
        this.addresses = addresses;
        this.transactions = transactions;
    }

    /**
     * What was done.
     *
     * @param outcome a word for metrics
     */
    record Done(String outcome, SmtpReply reply) {}

    Uni<Done> book(Envelope envelope, Report.Failed report, InboundMail mail, byte[] content) {
        List<String> ids = new ArrayList<>(addresses.messageIds(envelope));
        ids.addAll(report.messageIds());
        Report.Failed about = new Report.Failed(ids, report.kind(), report.status(), report.unauthorised());
        return transactions
                .run(tx -> bounces.book(tx, about)
                        .call(result -> result == Bounces.Result.BOOKED
                                ? replies.rescue(tx, ids, mail, content)
                                : Uni.createFrom().voidItem()))
                .map(result -> new Done("bounce_" + word(result), reply(result)))
                .onFailure(ReplyPost.NobodyReads.class)
                .recoverWithItem(new Done("bounce_nowhere", NOT_YET));
    }

    Uni<Done> pass(Envelope envelope, InboundMail mail, byte[] content) {
        if (mail.automatic() || mail.trace().hops() > MAX_HOPS || isOurs(mail.author())) {
            return Uni.createFrom().item(new Done("ignored_automatic", SmtpReply.ACCEPTED));
        }
        List<String> ids = new ArrayList<>(addresses.messageIds(envelope));
        ids.addAll(mail.trace().references());
        return transactions
                .without(db -> replies.passOn(db, ids, mail, content))
                .map(result -> new Done("reply_" + word(result), reply(result)));
    }

    private boolean isOurs(@Nullable Address author) {
        return author != null && addresses.isOurs(author.value());
    }

    /** A relay's report may be faster than our note that it took the mail. */
    private static SmtpReply reply(Bounces.Result result) {
        return switch (result) {
            case BOOKED, NOTHING_TO_TELL, UNKNOWN -> SmtpReply.ACCEPTED;
            case TOO_EARLY -> SmtpReply.TRY_LATER;
        };
    }

    private static SmtpReply reply(ReplyPost.Result result) {
        return switch (result) {
            case PASSED_ON, TO_PERSON -> SmtpReply.ACCEPTED;
            case NOWHERE -> NOT_YET;
        };
    }

    private static String word(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
