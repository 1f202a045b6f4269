package net.bpsolutions.sending.gateway.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.sender.SenderIdentity;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import net.bpsolutions.sending.gateway.smtp.Answer;
import net.bpsolutions.sending.gateway.smtp.Relay;

/** Deals with one due delivery: under which name, over which relay, and what its answer means. */
@ApplicationScoped
class Attempts {

    private final Relay relay;
    private final SenderStatusView senders;
    private final RelayHealth relayHealth;
    private final Envelopes envelopes;
    private final GatewayConfig config;

    Attempts(
            Relay relay, SenderStatusView senders, RelayHealth relayHealth, Envelopes envelopes, GatewayConfig config) {
        this.relay = relay;
        this.senders = senders;
        this.relayHealth = relayHealth;
        this.envelopes = envelopes;
        this.config = config;
    }

    /** What is to be booked. Fails only by a fault of ours; then the lease runs out and it is tried again. */
    Uni<Booking> attempt(Lease lease) {
        return switch (lease.standing()) {
            case EXPIRED -> untried(Outcome.EXPIRED, "expired");
            case CANCELLED -> untried(Outcome.REJECTED, "cancelled");
            case SUPPRESSED -> untried(Outcome.SUPPRESSED, "suppressed");
            case SENDABLE -> send(lease);
        };
    }

    private static Uni<Booking> untried(Outcome outcome, String reason) {
        return Uni.createFrom().item(Booking.untried(outcome, reason));
    }

    private Uni<Booking> send(Lease lease) {
        Mail mail = lease.mail();
        if (mail == null) {
            return Uni.createFrom().failure(new IllegalStateException("content of an open delivery is gone"));
        }
        Identity identity = identity(lease, mail);
        if (identity.sendingAs() == SendingAs.OWN_ACCOUNT && !config.relay().ownAccount()) {
            return Uni.createFrom()
                    .item(new Booking(new Booking.Again(pause(lease)), identity, null, "own-account-not-configured"));
        }
        return relay.handOver(envelopes.envelope(lease, mail, identity))
                .map(answer -> booking(lease, identity, answer));
    }

    private Identity identity(Lease lease, Mail mail) {
        if (lease.notice()) {
            return new Identity(SendingAs.NATIVE, mail.from(), mail.replyTo());
        }
        Address fallback = new Address(config.vendor().fallbackAddress());
        return SenderIdentity.decide(status(lease, mail), mail, fallback);
    }

    /** A half-read copy may still hold what was taken back since: until it is complete nothing is known. */
    private Optional<SenderStatus> status(Lease lease, Mail mail) {
        String domain = mail.from().address().domain().value();
        return senders.rebuilt() ? senders.find(lease.id().clinicId(), domain) : Optional.empty();
    }

    private Booking booking(Lease lease, Identity identity, Answer answer) {
        Duration relayPause = Duration.ZERO;
        if (answer instanceof Answer.Unreachable) {
            relayPause = relayHealth.unreachable();
        } else {
            relayHealth.reachable();
        }
        return Verdict.of(answer, identity, pause(lease), relayPause);
    }

    private Duration pause(Lease lease) {
        return BackOff.of(config.ledger()).after(lease.attempt(), ThreadLocalRandom.current());
    }
}
