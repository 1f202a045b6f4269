package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.backoff.BackOff;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Answer;

/** What an answer means: for the mail, and for the relay that gave it. */
@ApplicationScoped
class Consequences {

    private final RelayHealth relayHealth;
    private final OwnLanes lanes;
    private final BackOff backOff;
    private final BackOff unseen;

    Consequences(RelayHealth relayHealth, OwnLanes lanes, GatewayConfig config) {
        this.relayHealth = relayHealth;
        this.lanes = lanes;
        this.backOff = new BackOff(
                config.ledger().firstPause(),
                config.ledger().longestPause(),
                config.ledger().jitter());
        // What may have been taken is not tried before its lease would have been over anyway.
        this.unseen = new BackOff(
                config.ledger().lease(),
                config.ledger().longestPause(),
                config.ledger().jitter());
    }

    RelayHealth relayHealth() {
        return relayHealth;
    }

    OwnLanes lanes() {
        return lanes;
    }

    /** Of our own relay, whose being away slows everything down. */
    Booking ofShared(Lease lease, Identity identity, Answer answer) {
        switch (answer) {
            case Answer.Unreachable _ -> relayHealth.unreachable();
            case Answer.Accepted _, Answer.Deferred _, Answer.Rejected _, Answer.NotAuthorised _ ->
                relayHealth.reachable();
            case Answer.Unanswered _, Answer.Withheld _ -> {
                // Nothing is known of the relay.
            }
        }
        return verdict(lease, identity, answer);
    }

    /** Of a clinic's own relay, which concerns nobody else. */
    Booking ofOwn(Lease lease, Identity identity, Answer answer) {
        Answer told = answer instanceof Answer.Unreachable(var reply, var reason)
                ? new Answer.Unreachable(reply, reason.replace("relay", "own-account"))
                : answer;
        return verdict(lease, identity, told);
    }

    /** There is no relay to ask. */
    Booking noWay(Lease lease, Identity identity, String reason) {
        return new Booking(new Booking.Again(pause(backOff, lease)), identity, null, reason);
    }

    private Booking verdict(Lease lease, Identity identity, Answer answer) {
        return Verdict.of(answer, identity, pause(backOff, lease), pause(unseen, lease));
    }

    private static Duration pause(BackOff pauses, Lease lease) {
        return pauses.after(lease.attempt(), ThreadLocalRandom.current());
    }
}
