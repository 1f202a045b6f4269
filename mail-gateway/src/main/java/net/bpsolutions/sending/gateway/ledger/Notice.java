package net.bpsolutions.sending.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.File;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * A mail of our own, from the verification mailbox. It goes through the ledger like any other, but no outcome is
 * published for it.
 *
 * @param id the idempotency key: the same again is not sent again
 * @param clinicId the clinic it concerns, or {@link #NO_CLINIC}
 * @param recipient the one who gets it
 * @param subject one line
 * @param text the text body
 * @param html the HTML body; null for none
 * @param autoSubmitted whether it answers a mail
 * @param expiresAt never sent after
 * @param passedOn what makes it the passing on of somebody else's mail; null when it is ours altogether
 */
public record Notice(
        UUID id,
        String clinicId,
        Mailbox recipient,
        String subject,
        String text,
        @Nullable String html,
        AutoSubmitted autoSubmitted,
        Instant expiresAt,
        @Nullable PassedOn passedOn) {

    /** In the place of the clinic when it concerns none. */
    public static final String NO_CLINIC = "-";

    /** How long it is worth telling a person what came of a mail. */
    public static final Duration NEWS_FOR = Duration.ofDays(1);

    /**
     * Somebody else's mail.
     *
     * @param from the header From, an address of ours
     * @param replyTo who wrote it; null when nobody can be answered
     * @param original as it came in
     */
    public record PassedOn(Mailbox from, @Nullable Mailbox replyTo, File original) {

        /** How long it is tried to get it to somebody. */
        public static final Duration KEEP_TRYING = Duration.ofDays(5);
    }

    /** A mail that is ours altogether. */
    public Notice(
            UUID id,
            String clinicId,
            Mailbox recipient,
            String subject,
            String text,
            @Nullable String html,
            AutoSubmitted autoSubmitted,
            Instant expiresAt) {
        this(id, clinicId, recipient, subject, text, html, autoSubmitted, expiresAt, null);
    }

    Mail mail(Mailbox ourselves) {
        return passedOn == null
                ? new Mail(ourselves, List.of(recipient), null, subject, text, html, List.of(), autoSubmitted)
                : new Mail(
                        passedOn.from(),
                        List.of(recipient),
                        passedOn.replyTo(),
                        subject,
                        text,
                        html,
                        List.of(passedOn.original()),
                        autoSubmitted);
    }
}
