package net.bpsolutions.sending.gateway;

import io.smallrye.config.ConfigMapping;
import net.bpsolutions.sending.gateway.challenge.ChallengeConfig;
import net.bpsolutions.sending.gateway.database.DatabaseConfig;
import net.bpsolutions.sending.gateway.inbound.InboundConfig;
import net.bpsolutions.sending.gateway.ledger.LedgerConfig;
import net.bpsolutions.sending.gateway.outbox.OutboxConfig;
import net.bpsolutions.sending.gateway.sender.VendorConfig;

/** Everything about this service that an operator can set. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {

    /** The names and addresses of the vendor. */
    VendorConfig vendor();

    /** The database. */
    DatabaseConfig database();

    /** The ledger: how long it keeps trying. */
    LedgerConfig ledger();

    /** Publishing what was committed. */
    OutboxConfig outbox();

    /** The receiving SMTP server. */
    InboundConfig inbound();

    /** The verification message. */
    ChallengeConfig challenge();
}
