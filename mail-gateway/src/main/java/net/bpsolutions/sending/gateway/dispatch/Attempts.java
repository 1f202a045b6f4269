package net.bpsolutions.sending.gateway.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.dispatch.Routes.Route;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.sender.SenderIdentity;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import net.bpsolutions.sending.gateway.smtp.Account;
import net.bpsolutions.sending.gateway.smtp.Answer;
import net.bpsolutions.sending.gateway.smtp.Relay;

/** Deals with one due delivery: under which name, over which relay, and what its answer means. */
@ApplicationScoped
class Attempts {

    /** Until it makes sense to look again when it is not the mail's turn. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Relay relay;
    private final Routes routes;
    private final SenderStatusView senders;
    private final Consequences consequences;
    private final Envelopes envelopes;
    private final Address fallback;

    Attempts(
            Relay relay,
            Routes routes,
            SenderStatusView senders,
            Consequences consequences,
            Envelopes envelopes,
            GatewayConfig config) {
        this.relay = relay;
        this.routes = routes;
        this.senders = senders;
        this.consequences = consequences;
        this.envelopes = envelopes;
        this.fallback = new Address(config.vendor().fallbackAddress());
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

    private static Uni<Booking> later() {
        return Uni.createFrom().item(Booking.returned(A_MOMENT));
    }

    private Uni<Booking> send(Lease lease) {
        Mail mail = lease.mail();
        if (mail == null) {
            return Uni.createFrom().failure(new IllegalStateException("content of an open delivery is gone"));
        }
        // After a pause of this process a status may have been taken back that the copy still holds.
        if (senders.rebuilt() && !senders.current()) {
            return later();
        }
        Identity identity = identity(lease, mail);
        return routes.of(lease.id().clinicId(), identity.sendingAs()).flatMap(route -> switch (route) {
            case Route.None(var reason) -> Uni.createFrom().item(consequences.noWay(lease, identity, reason));
            case Route.Shared(var account) -> overShared(lease, mail, identity, account);
            case Route.Own(var account) -> overOwn(lease, mail, identity, account);
        });
    }

    /** A clinic's own account needs no relay of ours: only what does waits while it is away. */
    private Uni<Booking> overShared(Lease lease, Mail mail, Identity identity, Account account) {
        RelayHealth health = consequences.relayHealth();
        return health.enter(lease.token())
                ? Uni.createFrom()
                        .deferred(() -> handOver(lease, mail, identity, account))
                        .map(answer -> consequences.ofShared(lease, identity, answer))
                        .onTermination()
                        .invoke(() -> health.leave(lease.token()))
                : Uni.createFrom().item(Booking.returned(health.pause()));
    }

    private Uni<Booking> overOwn(Lease lease, Mail mail, Identity identity, Account account) {
        return consequences.lanes().enter(account)
                ? handOver(lease, mail, identity, account)
                        .map(answer -> consequences.ofOwn(lease, identity, answer))
                        .onTermination()
                        .invoke(() -> consequences.lanes().leave(account))
                : later();
    }

    private Uni<Answer> handOver(Lease lease, Mail mail, Identity identity, Account account) {
        return relay.handOver(envelopes.envelope(lease, mail, identity), account, new LeasePermit(lease.term()));
    }

    private Identity identity(Lease lease, Mail mail) {
        if (lease.notice()) {
            return new Identity(SendingAs.NATIVE, mail.from(), mail.replyTo());
        }
        return SenderIdentity.decide(lease.fellBack() ? Optional.empty() : status(lease, mail), mail, fallback);
    }

    /** A half-read copy may still hold what was taken back since: until it is complete nothing is known. */
    private Optional<SenderStatus> status(Lease lease, Mail mail) {
        String domain = mail.from().address().domain().value();
        return senders.rebuilt() ? senders.find(lease.id().clinicId(), domain) : Optional.empty();
    }
}
