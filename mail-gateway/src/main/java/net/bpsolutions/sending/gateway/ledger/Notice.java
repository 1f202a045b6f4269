package net.bpsolutions.sending.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * A mail of our own, from the verification mailbox. It goes through the ledger like any other, but no outcome is
 * published for it.
 *
 * @param id the idempotency key: the same again is not sent again
 * @param clinicId the clinic it concerns
 * @param recipient the one who gets it
 * @param subject one line
 * @param text the text body
 * @param html the HTML body; null for none
 * @param autoSubmitted whether it answers a mail
 * @param expiresAt never sent after
 */
public record Notice(
        UUID id,
        String clinicId,
        Mailbox recipient,
        String subject,
        String text,
        @Nullable String html,
        AutoSubmitted autoSubmitted,
        Instant expiresAt) {

    Mail mail(Mailbox from) {
        return new Mail(from, List.of(recipient), null, subject, text, html, List.of(), autoSubmitted);
    }
}
