package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.challenge.ChallengeIssuer;
import net.bpsolutions.sending.gateway.challenge.ChallengeOrder;
import net.bpsolutions.sending.gateway.challenge.Issue;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Puzzle;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.mail.Address;
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

    Uni<SmtpReply> start(Address author, Authentication authentication) {
        if (!registrations.rebuilt()) {
            // Not "no such registration": we cannot tell yet, and the sending server keeps the mail for us.
            return Uni.createFrom().item(SmtpReply.TRY_LATER);
        }
        List<SenderStatus> waiting = waiting(author);
        if (waiting.isEmpty()) {
            LOG.infof("verification asked for a domain that waits for none, domain=%s", author.domain());
            return explain(author, Puzzle.SOMETHING_ELSE, authentication);
        }
        LOG.infof("verification asked, domain=%s %s", author.domain(), authentication.summary());
        return transactions
                .run(tx -> issueAll(tx, waiting, author, authentication))
                .replaceWith(SmtpReply.ACCEPTED);
    }

    /** A stranger is written to only when the address is shown to be the author's, or is one we wait for. */
    Uni<SmtpReply> explain(Address author, Puzzle puzzle, Authentication authentication) {
        if (!authentication.aligned()
                && (puzzle == Puzzle.SOMETHING_ELSE || waiting(author).isEmpty())) {
            return Uni.createFrom().item(SmtpReply.ACCEPTED);
        }
        return transactions.run(tx -> explanation.enqueue(tx, author, puzzle)).replaceWith(SmtpReply.ACCEPTED);
    }

    private List<SenderStatus> waiting(Address author) {
        return registrations.registrationsOf(author.domain().value()).stream()
                .filter(registration -> registration.status() == DomainStatus.PENDING)
                .toList();
    }

    private Uni<List<Issue>> issueAll(
            SqlConnection tx, List<SenderStatus> waiting, Address author, Authentication authentication) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(
                        registration -> issuer.issue(tx, order(registration, author, authentication)))
                .collect()
                .asList();
    }

    private static ChallengeOrder order(SenderStatus registration, Address author, Authentication authentication) {
        return new ChallengeOrder(
                UUID.randomUUID(),
                registration.domainId(),
                registration.clinicId(),
                author.domain(),
                author,
                Issue.Asked.BY_MAIL,
                authentication.summary());
    }
}
