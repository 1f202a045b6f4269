package net.bpsolutions.sending.gateway.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.authentication.Authentication;
import net.bpsolutions.sending.gateway.authentication.Authenticator;
import net.bpsolutions.sending.gateway.authentication.Origin;
import net.bpsolutions.sending.gateway.bounce.Report;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jboss.logging.Logger;

/** Our addresses, and nobody else's: what is accepted was decided upon and committed before. */
@ApplicationScoped
class OwnMailboxes implements MailReceiver {

    private static final Logger LOG = Logger.getLogger(OwnMailboxes.class);
    private static final SmtpReply RECIPIENT_OK = new SmtpReply(250, "2.1.5 OK");
    private static final SmtpReply RELAY_DENIED = new SmtpReply(550, "5.7.1 Relaying denied");

    private final OwnAddresses addresses;
    private final Verifications verifications;
    private final Returns returns;
    private final Authenticator authenticator;
    private final InboundConfig config;
    private final MeterRegistry meters;

    OwnMailboxes(
            OwnAddresses addresses,
            Verifications verifications,
            Returns returns,
            Authenticator authenticator,
            GatewayConfig config,
            MeterRegistry meters) {
        this.addresses = addresses;
        this.verifications = verifications;
        this.returns = returns;
        this.authenticator = authenticator;
        this.config = config.inbound();
        this.meters = meters;
    }

    @Override
    public SmtpReply recipient(String address) {
        return addresses.isOurs(address) ? RECIPIENT_OK : RELAY_DENIED;
    }

    @Override
    public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
        return Uni.createFrom()
                .item(() -> MailReader.read(content, envelope.nullSender()))
                // A megabyte of MIME is too much work for the event loop.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(reading -> carryOut(envelope, reading, content))
                .ifNoItem()
                .after(config.processingTimeout())
                .fail()
                .onFailure()
                .invoke(failure -> {
                    count("deferred");
                    LOG.warnf("inbound mail deferred: %s", failure.getClass().getSimpleName());
                });
    }

    private Uni<SmtpReply> carryOut(Envelope envelope, Reading reading, byte[] content) {
        return switch (reading) {
            case Reading.Understood(var mail) ->
                switch (ReportReading.of(mail, envelope.nullSender())) {
                    case Report.Failed failed -> done(returns.book(envelope, failed));
                    case Report.Progress() -> {
                        count("report");
                        yield Uni.createFrom().item(SmtpReply.ACCEPTED);
                    }
                    case Report.None() -> byRecipient(envelope, mail, content);
                };
            case Reading.Unreadable() -> ignored(InboundDecision.Reason.UNREADABLE);
        };
    }

    private Uni<SmtpReply> byRecipient(Envelope envelope, InboundMail mail, byte[] content) {
        if (!addresses.toVerification(envelope)) {
            return done(returns.pass(envelope, mail, content));
        }
        return switch (InboundDecision.of(new Reading.Understood(mail))) {
            case InboundDecision.StartChallenge(var author) -> {
                count("challenge");
                yield authentication(envelope, author, content).chain(known -> verifications.start(author, known));
            }
            case InboundDecision.Redeem(var found, var forwarder) -> {
                count("redeem");
                yield (forwarder == null
                                ? Uni.createFrom().item(Authentication.UNKNOWN)
                                : authentication(envelope, forwarder, content))
                        .chain(known -> verifications.take(found, forwarder, known));
            }
            case InboundDecision.Explain(var author, var puzzle) -> {
                count("explain_" + puzzle.name().toLowerCase(Locale.ROOT));
                yield authentication(envelope, author, content)
                        .chain(known -> verifications.explain(author, puzzle, known));
            }
            case InboundDecision.Ignore(var reason) -> ignored(reason);
        };
    }

    private Uni<Authentication> authentication(Envelope envelope, Address author, byte[] content) {
        Origin origin = new Origin(envelope.clientAddress(), envelope.helo(), envelope.sender());
        return authenticator.evaluate(origin, author.domain(), content);
    }

    private Uni<SmtpReply> done(Uni<Returns.Done> work) {
        return work.invoke(done -> count(done.outcome())).map(Returns.Done::reply);
    }

    private Uni<SmtpReply> ignored(InboundDecision.Reason reason) {
        count("ignored_" + reason.name().toLowerCase(Locale.ROOT));
        LOG.infof("inbound mail ignored: %s", reason);
        return Uni.createFrom().item(SmtpReply.ACCEPTED);
    }

    private void count(String outcome) {
        meters.counter("gateway.inbound.mails", "outcome", outcome).increment();
    }
}
