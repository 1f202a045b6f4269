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

    private final Address bounces;

    Envelopes(GatewayConfig config) {
        bounces = new Address(config.vendor().bounceAddress());
    }

    Handover envelope(Lease lease, Mail mail, Identity identity) {
        return new Handover(
                bounces,
                lease.recipientOf(mail),
                identity,
                lease.messageId(),
                token(lease.id().requestId()),
                mail);
    }

    /** A producer's id may hold anything printable; a header field may not. */
    private static String token(String requestId) {
        return TOKEN.matcher(requestId).matches()
                ? requestId
                : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
