package net.bpsolutions.sending.gateway.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What came back for a mail that a relay had accepted.
 *
 * @param messageId that of the mail, in angle brackets: nobody but its receivers can know it
 * @param kind what it means
 * @param status the enhanced status code (RFC 3463) as the report gives it; null when it gives none
 */
public record Bounce(String messageId, Kind kind, @Nullable String status) {

    /** What a report says of its recipient. */
    public enum Kind {
        /** The address will not take mail again: no such mailbox, no such domain. */
        HARD("hard-bounce", true),

        /** The mail was given up, but the next one may arrive: mailbox full, refused by policy. */
        SOFT("soft-bounce", false),

        /** The recipient calls it spam (RFC 5965). */
        COMPLAINT("complaint", true);

        private final String reason;
        private final boolean suppresses;

        Kind(String reason, boolean suppresses) {
            this.reason = reason;
            this.suppresses = suppresses;
        }

        String reason() {
            return reason;
        }

        boolean suppresses() {
            return suppresses;
        }
    }
}
