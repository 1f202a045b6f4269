package net.bpsolutions.sending.gateway.inbound.smtp;

import java.time.Duration;

/** What one client may take, and all of them together. */
public record SmtpLimits(OfMail mail, OfConnections connections) {

    /**
     * Of mails.
     *
     * @param maxSize octets of one
     * @param maxRecipients recipients of one
     * @param maxLineLength octets of one line of content; RFC 5321 grants 998, some programs send more
     * @param maxHeld octets of all that are on their way in at the same time
     */
    public record OfMail(int maxSize, int maxRecipients, int maxLineLength, long maxHeld) {}

    /**
     * Of connections.
     *
     * @param max at the same time
     * @param maxPerAddress of one client at the same time
     * @param maxErrors refused commands until one is closed
     * @param idle silence until one is closed (RFC 5321 §4.5.3.2.7 asks for five minutes)
     * @param idleWhenCrowded the same while more than half of all places are taken
     * @param life of one as a whole, against clients that drip
     */
    public record OfConnections(
            int max, int maxPerAddress, int maxErrors, Duration idle, Duration idleWhenCrowded, Duration life) {}
}
