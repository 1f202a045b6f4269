package net.bpsolutions.sending.gateway.inbound.smtp;

import java.time.Duration;

/**
 * What one client may take.
 *
 * @param hostname the name in the greeting
 * @param maxMessageSize octets of one mail
 * @param maxRecipients recipients of one mail
 * @param maxLineLength octets of one line of content; RFC 5321 grants 998, some programs send more
 * @param maxErrors refused commands until the connection is closed
 * @param maxConnections connections at the same time
 * @param idleTimeout silence until the connection is closed
 * @param sessionTimeout a connection's whole life, against clients that drip
 */
public record SmtpLimits(
        String hostname,
        int maxMessageSize,
        int maxRecipients,
        int maxLineLength,
        int maxErrors,
        int maxConnections,
        Duration idleTimeout,
        Duration sessionTimeout) {}
