package net.bpsolutions.sending.gateway.bounce;

import java.util.List;
import net.bpsolutions.sending.gateway.ledger.Bounce;
import org.jspecify.annotations.Nullable;

/** What a mail reports about mails of ours. */
public sealed interface Report {

    /**
     * A mail was not delivered, or not welcome.
     *
     * @param messageIds of the mails that it may be about, in angle brackets
     * @param kind what it means
     * @param status the enhanced status code; null when none is given
     * @param unauthorised the receiver says that the sender was not allowed to use the domain, which is not the recipient's
     *     fault
     */
    record Failed(
            List<String> messageIds,
            Bounce.Kind kind,
            @Nullable String status,
            boolean unauthorised) implements Report {

        /** Takes a copy. */
        public Failed {
            messageIds = List.copyOf(messageIds);
        }
    }

    /** It is late, or it arrived: nothing to do. */
    record Progress() implements Report {}

    /** It reports nothing. */
    record None() implements Report {}
}
