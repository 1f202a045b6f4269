package net.bpsolutions.sending.gateway.dispatch;

import java.time.Duration;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.ledger.Booking.Again;
import net.bpsolutions.sending.gateway.ledger.Booking.Finished;
import net.bpsolutions.sending.gateway.ledger.Booking.Unseen;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Answer;
import org.jspecify.annotations.Nullable;

/** What an answer of the relay means for a delivery. */
final class Verdict {

    private static final String BAD_DESTINATION = " 5.1.";

    private Verdict() {}

    /**
     * @param pause until the next attempt after a deferral, or when nobody knows how the last one ended
     * @param relayPause until the next attempt when no conversation came about
     */
    static Booking of(Answer answer, Identity identity, Duration pause, Duration relayPause) {
        return switch (answer) {
            case Answer.Accepted(var reply) ->
                new Booking(new Finished(Outcome.ACCEPTED, false), identity, reply, null);
            case Answer.Rejected(var reply, var what) ->
                new Booking(new Finished(Outcome.REJECTED, isGone(reply, what)), identity, orNone(reply), reason(what));
            case Answer.Deferred(var reply, var reason) -> new Booking(new Again(pause), identity, reply, reason);
            case Answer.Unreachable() -> new Booking(new Again(relayPause), identity, null, "relay-unreachable");
            case Answer.Unanswered() -> new Booking(new Unseen(pause), identity, null, "reply-unseen");
        };
    }

    /** The address, not the message, is what was refused for ever (RFC 3463 §3.2). */
    private static boolean isGone(String reply, Answer.Refused what) {
        return what == Answer.Refused.RECIPIENT && reply.contains(BAD_DESTINATION);
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
