package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.ledger.Lease;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Handover;

/** Addresses what is to be handed over. Bounces always come back to us, whatever name the mail bears. */
@ApplicationScoped
class Envelopes {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** As long as any that a Message-ID holds. */
    private static final String LONGEST_TOKEN = "0".repeat(40);

    private final Address bounces;
    private final boolean tokens;

    Envelopes(GatewayConfig config) {
        bounces = new Address(config.vendor().bounceAddress());
        tokens = config.vendor().bounceTokens();
        // A bounce address that is too long for tokens (RFC 5321 §4.5.3.1.1) is found out now.
        sender("<" + LONGEST_TOKEN + "@x>");
    }

    Handover envelope(Lease lease, Mail mail, Identity identity) {
        return new Handover(
                sender(lease.messageId()),
                lease.recipientOf(mail),
                identity,
                lease.messageId(),
                token(lease.id().requestId()),
                mail);
    }

    private Address sender(String messageId) {
        String token = messageId.substring(1, messageId.indexOf('@'));
        return tokens ? new Address(bounces.value().replace("@", "+" + token + "@")) : bounces;
    }

    /** A producer's id may hold anything printable; a header field may not. */
    private static String token(String requestId) {
        return TOKEN.matcher(requestId).matches()
                ? requestId
                : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
