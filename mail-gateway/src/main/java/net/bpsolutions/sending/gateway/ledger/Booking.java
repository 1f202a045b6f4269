package net.bpsolutions.sending.gateway.ledger;

import java.time.Duration;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.gateway.sender.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a delivery after it was dealt with.
 *
 * @param next what happens to it
 * @param identity the name used; null when it was not tried
 * @param smtpReply the codes of the relay's reply
 * @param reason a code
 */
public record Booking(
        Next next,
        @Nullable Identity identity,
        @Nullable String smtpReply,
        @Nullable String reason) {

    /** What happens to a delivery. */
    public sealed interface Next {}

    /**
     * Nothing any more.
     *
     * @param outcome the terminal outcome
     * @param suppress whether the recipient gets no further mail of the clinic
     */
    public record Finished(Outcome outcome, boolean suppress) implements Next {}

    /**
     * It is tried again.
     *
     * @param pause from now
     */
    public record Again(Duration pause) implements Next {}

    /**
     * It may have been delivered: the reply to the end of data was never seen. It is tried again.
     *
     * @param pause from now
     */
    public record Unseen(Duration pause) implements Next {}

    /** Finished without a try. */
    public static Booking untried(Outcome outcome, String reason) {
        return new Booking(new Finished(outcome, false), null, null, reason);
    }
}
