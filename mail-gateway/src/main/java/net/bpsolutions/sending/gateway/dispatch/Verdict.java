package net.bpsolutions.sending.gateway.dispatch;

import java.time.Duration;
import java.util.Set;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Booking.Again;
import net.bpsolutions.sending.gateway.ledger.Booking.FellBack;
import net.bpsolutions.sending.gateway.ledger.Booking.Finished;
import net.bpsolutions.sending.gateway.ledger.Booking.Unseen;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Answer;
import net.bpsolutions.sending.gateway.smtp.Permit;
import org.jspecify.annotations.Nullable;

/** What an answer of the relay means for a delivery. */
final class Verdict {

    /** Mailbox, system or syntax of the destination (RFC 3463 §3.2, RFC 7505 §4.2), and a mailbox that is closed (§3.3). */
    private static final Set<String> GONE = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private Verdict() {}

    /**
     * Decides.
     *
     * @param pause until the next attempt after a temporary failure
     * @param unseenPause until the next attempt when nobody knows how the last one ended
     */
    static Booking of(Answer answer, Identity identity, Duration pause, Duration unseenPause) {
        return switch (answer) {
            case Answer.Accepted(var reply) ->
                new Booking(new Finished(Outcome.ACCEPTED, false), identity, reply, null);
            case Answer.Rejected(var reply, var what) ->
                new Booking(new Finished(Outcome.REJECTED, isGone(reply, what)), identity, orNone(reply), reason(what));
            case Answer.NotAuthorised(var reply) -> notAuthorised(identity, reply);
            case Answer.Deferred(var reply, var reason) ->
                new Booking(new Again(pause), identity, orNone(reply), reason);
            case Answer.Unreachable(var reply, var reason) ->
                new Booking(new Again(pause), identity, orNone(reply), reason);
            case Answer.Unanswered() -> new Booking(new Unseen(unseenPause), identity, null, "reply-unseen");
            case Answer.Withheld(var ruling) -> withheld(ruling);
        };
    }

    /** Never the recipient's fault. Ours is the only name that a clinic's can be exchanged for, and only on our relay. */
    private static Booking notAuthorised(Identity identity, String reply) {
        return switch (identity.sendingAs()) {
            case NATIVE -> new Booking(new FellBack(), identity, reply, Booking.NOT_AUTHORISED);
            case FALLBACK, OWN_ACCOUNT ->
                new Booking(new Finished(Outcome.REJECTED, false), identity, reply, Booking.NOT_AUTHORISED);
        };
    }

    private static Booking withheld(Permit.Ruling ruling) {
        return switch (ruling) {
            case EXPIRED -> Booking.untried(Outcome.EXPIRED, "expired");
            case REVOKED, GRANTED -> Booking.returned(Duration.ZERO);
        };
    }

    /** The address, not the message, is what was refused for ever. */
    private static boolean isGone(String reply, Answer.Refused what) {
        return what == Answer.Refused.RECIPIENT && GONE.contains(reply.substring(reply.indexOf(' ') + 1));
    }

    private static String reason(Answer.Refused what) {
        return switch (what) {
            case SENDER -> "sender-refused";
            case RECIPIENT -> "recipient-refused";
            case MAIL -> "mail-refused";
        };
    }

    private static @Nullable String orNone(String reply) {
        return reply.isEmpty() ? null : reply;
    }
}
