package net.bpsolutions.sending.gateway.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.SecureRandom;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.mail.Address;

/** Message-IDs (RFC 5322 §3.6.4) of 128 random bits: nobody can guess one and answer to it. */
@ApplicationScoped
public class MessageIds {

    private static final int BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String domain;

    MessageIds(GatewayConfig config) {
        domain = new Address(config.vendor().fallbackAddress()).domain().value();
    }

    /** A new one, in angle brackets. */
    public String next() {
        return "<" + new BigInteger(BITS, random).setBit(BITS).toString(Character.MAX_RADIX) + "@" + domain + ">";
    }
}
