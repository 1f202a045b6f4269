package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one recipient of a send request.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param requestId the id that the producer gave
 * @param clinicId the clinic
 * @param recipient the envelope recipient
 * @param outcome what became of it
 * @param sendingAs the name in use at the attempt; null when none was made
 * @param from the header From address used
 * @param replyTo the Reply-To address used
 * @param messageId the Message-ID, the same on every attempt
 * @param attempt attempts so far, from 0
 * @param smtpReply the reply code and enhanced status code, without its text
 * @param reason a code
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendOutcome(
        UUID id,
        Instant occurredAt,
        String requestId,
        String clinicId,
        String recipient,
        Outcome outcome,
        @Nullable SendingAs sendingAs,
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String messageId,
        int attempt,
        @Nullable String smtpReply,
        @Nullable String reason)
        implements Event {}
