package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the ledger keeps trying. */
public interface LedgerConfig {

    /** How long a worker owns a delivery; longer than an attempt can last. Who crashed is taken over after it. */
    @WithDefault("180s")
    Duration lease();
}
