package net.bpsolutions.sending.gateway.deliveries;

import java.time.Instant;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/**
 * How far a send request is for one recipient.
 *
 * @param requestId the id that the producer gave
 * @param clinicId the clinic
 * @param recipient the envelope recipient; empty when the request was refused before one could be read
 * @param state WAITING, SENDING or the terminal outcome
 * @param outcome the last outcome told; null before the first
 * @param attempt attempts begun so far
 * @param unseen how many of them ended without anybody seeing the final reply
 * @param sendingAs the name in use at the last attempt
 * @param from the header From of the last attempt
 * @param replyTo its Reply-To
 * @param messageId its Message-ID; null before the first
 * @param smtpReply the codes of the relay's last reply
 * @param reason a code
 * @param nextAttemptAt not before; null when there is none
 * @param expiresAt never after
 * @param updatedAt when the state changed last
 */
public record Delivery(
        String requestId,
        String clinicId,
        String recipient,
        String state,
        @Nullable Outcome outcome,
        int attempt,
        int unseen,
        @Nullable SendingAs sendingAs,
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String messageId,
        @Nullable String smtpReply,
        @Nullable String reason,
        @Nullable Instant nextAttemptAt,
        Instant expiresAt,
        Instant updatedAt) {}
