package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.List;
import net.bpsolutions.sending.gateway.authentication.TrustedResults;
import org.jspecify.annotations.Nullable;

/**
 * What the client said about a mail before its content.
 *
 * @param sender the reverse path; empty is the null sender of a DSN
 * @param recipients the accepted forward paths, at least one
 * @param clientAddress the IP address of the client; empty when it is not known
 * @param helo what the client called itself; empty when it is not known
 * @param results what a trusted server found out about its origin; null when nobody did and we must
 */
public record Envelope(
        String sender,
        List<String> recipients,
        String clientAddress,
        String helo,
        @Nullable TrustedResults results) {

    /** Takes a copy. */
    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** Of a client that speaks to us. */
    public Envelope(String sender, List<String> recipients, String clientAddress, String helo) {
        this(sender, recipients, clientAddress, helo, null);
    }

    /** Of a client that nothing is known of. */
    public Envelope(String sender, List<String> recipients) {
        this(sender, recipients, "", "");
    }

    @Override
    public String toString() {
        return "Envelope[recipients=" + recipients.size() + "]";
    }

    /** Nobody is to be answered (RFC 5321 §4.5.5). */
    public boolean nullSender() {
        return sender.isEmpty();
    }
}
