package net.bpsolutions.sending.gateway.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.mail.Address;

/**
 * Message-IDs (RFC 5322 §3.6.4) derive from what is sent to whom, by a key that never leaves the database: every copy of a
 * mail bears the same, and nobody can guess one and answer to it.
 */
@ApplicationScoped
class MessageIds {

    private final String domain;

    MessageIds(GatewayConfig config) {
        domain = new Address(config.vendor().fallbackAddress()).domain().value();
    }

    /** The part after the {@code @}. */
    String domain() {
        return domain;
    }
}
