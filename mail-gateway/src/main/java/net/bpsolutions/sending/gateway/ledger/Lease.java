package net.bpsolutions.sending.gateway.ledger;

import java.util.UUID;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that is ours for a while.
 *
 * @param deliveryKey the row
 * @param requestKey the row of its request
 * @param token only its holder may book
 * @param id what the request is known by
 * @param position which recipient of the request
 * @param recipient the envelope recipient
 * @param messageId in angle brackets
 * @param attempt the number of the attempt that begins, from 1
 * @param standing what may be done with it
 * @param notice a mail of our own: no outcome is published
 * @param takenOver the worker before us vanished: nobody knows what became of its attempt
 * @param mail what to send; null when it is not to be sent
 * @param octets how much room its mail takes here; 0 when there is none
 * @param fellBack whether the clinic's own name was not authorised at an earlier attempt
 * @param term how long it is ours
 */
public record Lease(
        long deliveryKey,
        long requestKey,
        UUID token,
        RequestId id,
        int position,
        String recipient,
        String messageId,
        int attempt,
        Standing standing,
        boolean notice,
        boolean takenOver,
        @Nullable Mail mail,
        long octets,
        boolean fellBack,
        Term term) {

    /** What may be done with a delivery that is due. */
    public enum Standing {
        /** Try it. */
        SENDABLE,
        /** Its time is over. */
        EXPIRED,
        /** It is not wanted any more. */
        CANCELLED,
        /** Its recipient gets no mail of this clinic. */
        SUPPRESSED
    }

    /** The recipient with its display name. */
    public Mailbox recipientOf(Mail sent) {
        return sent.to().get(position);
    }
}
