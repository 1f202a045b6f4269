package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.List;

/**
 * What the client said about a mail before its content.
 *
 * @param sender the reverse path; empty is the null sender of a DSN
 * @param recipients the accepted forward paths, at least one
 */
public record Envelope(String sender, List<String> recipients) {

    /** Takes a copy. */
    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** Nobody is to be answered (RFC 5321 §4.5.5). */
    public boolean nullSender() {
        return sender.isEmpty();
    }
}
