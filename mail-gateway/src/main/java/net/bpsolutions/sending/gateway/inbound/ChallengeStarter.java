package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.gateway.challenge.ChallengeIssuer;
import net.bpsolutions.sending.gateway.challenge.ChallengeOrder;
import net.bpsolutions.sending.gateway.challenge.Issue;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Puzzle;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.jboss.logging.Logger;

/** Answers "Domain verification" with a message to the very address that asked, for every registration that waits. */
@ApplicationScoped
class ChallengeStarter {

    private static final Logger LOG = Logger.getLogger(ChallengeStarter.class);

    private final SenderStatusView registrations;
    private final ChallengeIssuer issuer;
    private final Explanation explanation;
    private final Transactions transactions;

    ChallengeStarter(
            SenderStatusView registrations,
            ChallengeIssuer issuer,
            Explanation explanation,
            Transactions transactions) {
        this.registrations = registrations;
        this.issuer = issuer;
        this.explanation = explanation;
        this.transactions = transactions;
    }

    Uni<SmtpReply> start(Correspondent author) {
        if (!registrations.rebuilt()) {
            // Not "no such registration": we cannot tell yet, and the sending server keeps the mail for us.
            return Uni.createFrom().item(SmtpReply.TRY_LATER);
        }
        String domain = author.address().domain().value();
        List<ChallengeOrder> orders = registrations.pendingOf(domain).stream()
                .map(registration -> order(registration, author))
                .toList();
        if (orders.isEmpty()) {
            LOG.infof("verification asked for a domain that waits for none, domain=%s", domain);
            return explain(
                    author,
                    registrations.registrationsOf(domain).isEmpty() ? Puzzle.SOMETHING_ELSE : Puzzle.NOTHING_TO_PROVE);
        }
        LOG.infof("verification asked, domain=%s %s", domain, author.known().summary());
        return transactions.run(tx -> issuer.issueOne(tx, orders)).replaceWith(SmtpReply.ACCEPTED);
    }

    Uni<SmtpReply> explain(Correspondent author, Puzzle puzzle) {
        return switch (Explaining.of(author, puzzle, registrations)) {
            case YES ->
                transactions.run(tx -> explanation.enqueue(tx, author, puzzle)).replaceWith(SmtpReply.ACCEPTED);
            case NOT_YET -> Uni.createFrom().item(SmtpReply.TRY_LATER);
            case NO -> Uni.createFrom().item(SmtpReply.ACCEPTED);
        };
    }

    private static ChallengeOrder order(SenderStatus registration, Correspondent author) {
        return new ChallengeOrder(
                UUID.randomUUID(),
                registration.domainId(),
                registration.clinicId(),
                author.address().domain(),
                author.address(),
                Issue.Asked.BY_MAIL,
                author.known().summary());
    }
}
