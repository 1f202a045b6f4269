package net.bpsolutions.sending.gateway.ledger;

import java.time.Duration;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendingAs;
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

    /** It was not tried, whatever the reason: as if it had never been taken, and nobody is told. */
    public record Returned(Duration pause) implements Next {}

    /** The clinic's own name was not authorised: it is tried again at once, under the fallback address, and for good. */
    public record FellBack() implements Next {}

    /** Not tried. */
    public static Booking returned(Duration pause) {
        return new Booking(new Returned(pause), null, null, null);
    }

    /** The reason of what a relay did not let out under a clinic's own name. */
    public static final String NOT_AUTHORISED = "sender-not-authorised";

    /** Whether the registry should look at the domain. */
    boolean notAuthorised() {
        return NOT_AUTHORISED.equals(reason) && identity != null && identity.sendingAs() != SendingAs.FALLBACK;
    }

    /** Finished without a try. */
    public static Booking untried(Outcome outcome, String reason) {
        return new Booking(new Finished(outcome, false), null, null, reason);
    }
}
