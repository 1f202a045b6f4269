package net.bpsolutions.sending.gateway.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.inbound.smtp.SmtpReply;
import net.bpsolutions.sending.gateway.sender.VendorConfig;
import org.jboss.logging.Logger;

/** Our addresses, and nobody else's: what is accepted was decided upon and committed before. */
@ApplicationScoped
class OwnMailboxes implements MailReceiver {

    private static final Logger LOG = Logger.getLogger(OwnMailboxes.class);
    private static final SmtpReply RECIPIENT_OK = new SmtpReply(250, "2.1.5 OK");
    private static final SmtpReply RELAY_DENIED = new SmtpReply(550, "5.7.1 Relaying denied");
    private static final SmtpReply NOT_YET = new SmtpReply(450, "4.3.0 Mailbox not available yet, try again later");

    private final ChallengeStarter challenges;
    private final ProofTaker proofs;
    private final GatewayConfig config;
    private final MeterRegistry meters;

    OwnMailboxes(ChallengeStarter challenges, ProofTaker proofs, GatewayConfig config, MeterRegistry meters) {
        this.challenges = challenges;
        this.proofs = proofs;
        this.config = config;
        this.meters = meters;
    }

    @Override
    public SmtpReply recipient(String address) {
        VendorConfig ours = config.vendor();
        if (address.equalsIgnoreCase(ours.verificationAddress())) {
            return RECIPIENT_OK;
        }
        // Replies and bounces: nothing passes them on yet, so they are neither taken nor refused. The sending server
        // keeps them, for days, and none is lost.
        boolean later =
                address.equalsIgnoreCase(ours.fallbackAddress()) || address.equalsIgnoreCase(ours.bounceAddress());
        return later ? NOT_YET : RELAY_DENIED;
    }

    @Override
    public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
        return Uni.createFrom()
                .item(() -> MailReader.read(content, envelope.nullSender()))
                // A megabyte of MIME is too much work for the event loop.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(this::carryOut)
                .ifNoItem()
                .after(config.inbound().processingTimeout())
                .fail()
                .onFailure()
                .invoke(failure -> {
                    count("deferred");
                    LOG.warnf("inbound mail deferred: %s", failure.getClass().getSimpleName());
                });
    }

    private Uni<SmtpReply> carryOut(Reading reading) {
        return switch (InboundDecision.of(reading)) {
            case InboundDecision.StartChallenge(var author) -> {
                count("challenge");
                yield challenges.start(author);
            }
            case InboundDecision.Redeem(var found, var forwarder) -> {
                count("redeem");
                yield proofs.take(found, forwarder);
            }
            case InboundDecision.Ignore(var reason) -> {
                count("ignored_" + reason.name().toLowerCase(Locale.ROOT));
                LOG.infof("inbound mail ignored: %s", reason);
                yield Uni.createFrom().item(SmtpReply.ACCEPTED);
            }
        };
    }

    private void count(String outcome) {
        meters.counter("gateway.inbound.mails", "outcome", outcome).increment();
    }
}
