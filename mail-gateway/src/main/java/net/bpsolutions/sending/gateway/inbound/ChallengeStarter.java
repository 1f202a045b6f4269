package net.bpsolutions.sending.gateway.inbound;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.gateway.challenge.ChallengeIssuer;
import net.bpsolutions.sending.gateway.challenge.ChallengeOrder;
import net.bpsolutions.sending.gateway.challenge.Issue;
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
    private final Transactions transactions;

    ChallengeStarter(SenderStatusView registrations, ChallengeIssuer issuer, Transactions transactions) {
        this.registrations = registrations;
        this.issuer = issuer;
        this.transactions = transactions;
    }

    Uni<SmtpReply> start(Address author) {
        if (!registrations.rebuilt()) {
            // Not "no such registration": we cannot tell yet, and the sending server keeps the mail for us.
            return Uni.createFrom().item(SmtpReply.TRY_LATER);
        }
        List<SenderStatus> waiting = registrations
                .registrationsOf(author.domain().value())
                .stream()
                .filter(registration -> registration.status() == DomainStatus.PENDING)
                .toList();
        if (waiting.isEmpty()) {
            LOG.infof("verification asked for a domain that waits for none, domain=%s", author.domain());
            return Uni.createFrom().item(SmtpReply.ACCEPTED);
        }
        return transactions
                .run(tx -> Multi.createFrom()
                        .iterable(waiting)
                        .onItem()
                        .transformToUniAndConcatenate(registration -> issuer.issue(tx, order(registration, author)))
                        .collect()
                        .asList())
                .replaceWith(SmtpReply.ACCEPTED);
    }

    private static ChallengeOrder order(SenderStatus registration, Address author) {
        return new ChallengeOrder(
                UUID.randomUUID(),
                registration.domainId(),
                registration.clinicId(),
                author.domain(),
                author,
                Issue.Asked.BY_MAIL);
    }
}
