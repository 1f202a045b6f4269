package net.bpsolutions.sending.gateway.sender;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The local copy of sender-status. */
public interface SenderConfig {

    /** How long mail waits after a start for the copy to be complete; then what is not known leaves as FALLBACK. */
    @WithDefault("30s")
    Duration rebuildLimit();
}
