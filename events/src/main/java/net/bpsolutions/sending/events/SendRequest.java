package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent, as a producer wrote it: not yet trusted, so everything may be absent.
 *
 * @param id the idempotency key, unique per clinic
 * @param clinicId the clinic
 * @param from who the mail is from
 * @param to the recipients; each gets an envelope of its own
 * @param replyTo where replies go; the sender when absent
 * @param subject the subject
 * @param text the text body; this or {@code html} is required
 * @param html the HTML body
 * @param attachments files
 * @param category what kind of mail, for figures
 * @param sendAt not before; at once when absent
 * @param expiresAt never after; a day from now when absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendRequest(
        @Nullable String id,
        @Nullable String clinicId,
        @Nullable Mailbox from,
        @Nullable List<Mailbox> to,
        @Nullable Mailbox replyTo,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable List<Attachment> attachments,
        @Nullable String category,
        @Nullable Instant sendAt,
        @Nullable Instant expiresAt) {}
