package net.bpsolutions.sending.gateway.authentication;

/**
 * Where a mail came from, as the SMTP dialogue showed it.
 *
 * @param clientAddress the IP address of the client; empty when it is not known, as for what was fetched from a mailbox
 * @param helo what it called itself
 * @param envelopeSender the reverse path; empty for the null sender
 */
public record Origin(String clientAddress, String helo, String envelopeSender) {

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin("", "", "");
}
