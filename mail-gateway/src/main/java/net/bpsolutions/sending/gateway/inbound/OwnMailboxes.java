package net.bpsolutions.sending.gateway.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.authentication.Authenticator;
import net.bpsolutions.sending.gateway.authentication.Origin;
import net.bpsolutions.sending.gateway.authentication.TrustedResults;
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
    private static final SmtpReply UNREADABLE = new SmtpReply(554, "5.6.0 This mail cannot be read");

    /** Octets that are read within a millisecond or two. */
    private static final int SMALL = 32 << 10;

    private final OwnAddresses addresses;
    private final ChallengeStarter challenges;
    private final ProofTaker proofs;
    private final Returns returns;
    private final Authenticator authenticator;
    private final InboundConfig config;
    private final MeterRegistry meters;

    OwnMailboxes(
            OwnAddresses addresses,
            ChallengeStarter challenges,
            ProofTaker proofs,
            Returns returns,
            Authenticator authenticator,
            GatewayConfig config,
            MeterRegistry meters) {
        this.addresses = addresses;
        this.challenges = challenges;
        this.proofs = proofs;
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
        return read(envelope, content)
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

    /** A megabyte of MIME is too much work for the event loop; another thread is too much work for a page of text. */
    private static Uni<Reading> read(Envelope envelope, byte[] content) {
        Uni<Reading> reading = Uni.createFrom().item(() -> MailReader.read(content, envelope.nullSender()));
        return content.length > SMALL ? reading.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : reading;
    }

    private Uni<SmtpReply> carryOut(Envelope envelope, Reading reading, byte[] content) {
        return switch (reading) {
            case Reading.Understood(var mail) ->
                switch (ReportReading.of(mail, envelope.nullSender())) {
                    case Report.Failed failed -> done(returns.book(envelope, failed, mail, content));
                    case Report.Progress() -> {
                        count("report");
                        yield Uni.createFrom().item(SmtpReply.ACCEPTED);
                    }
                    case Report.None() -> byRecipient(envelope, mail, content);
                };
            case Reading.Unreadable() -> unreadable(envelope, content);
        };
    }

    /** Whoever writes to the fallback address is a person's business, however broken the mail is. */
    private Uni<SmtpReply> unreadable(Envelope envelope, byte[] content) {
        if (addresses.toReturns(envelope)) {
            return done(returns.pass(envelope, BrokenMail.read(content, envelope.nullSender()), content));
        }
        count("refused_unreadable");
        return Uni.createFrom().item(UNREADABLE);
    }

    private Uni<SmtpReply> byRecipient(Envelope envelope, InboundMail mail, byte[] content) {
        if (!addresses.toVerification(envelope)) {
            return done(returns.pass(envelope, mail, content));
        }
        return switch (InboundDecision.of(new Reading.Understood(mail))) {
            case InboundDecision.StartChallenge(var author) -> {
                count("challenge");
                yield correspondent(envelope, author, content).chain(challenges::start);
            }
            case InboundDecision.Redeem(var found, var forwarder) -> {
                count("redeem");
                yield forwarder == null
                        ? proofs.take(found, null)
                        : correspondent(envelope, forwarder, content).chain(who -> proofs.take(found, who));
            }
            case InboundDecision.Explain(var author, var puzzle) ->
                addresses.toReturns(envelope)
                        ? done(returns.pass(envelope, mail, content))
                        : explain(correspondent(envelope, author, content), puzzle);
            case InboundDecision.Ignore(var reason) ->
                addresses.toReturns(envelope) ? done(returns.pass(envelope, mail, content)) : ignored(reason);
        };
    }

    private Uni<SmtpReply> explain(Uni<Correspondent> author, InboundDecision.Puzzle puzzle) {
        count("explain_" + puzzle.name().toLowerCase(Locale.ROOT));
        return author.chain(who -> challenges.explain(who, puzzle));
    }

    private Uni<Correspondent> correspondent(Envelope envelope, Address author, byte[] content) {
        TrustedResults results = envelope.results();
        if (results != null) {
            return Uni.createFrom().item(Correspondent.of(author, results.about(author.domain()), content));
        }
        Origin origin = new Origin(envelope.clientAddress(), envelope.helo(), envelope.sender());
        return authenticator
                .evaluate(origin, author.domain(), content)
                .map(known -> Correspondent.of(author, known, content));
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
