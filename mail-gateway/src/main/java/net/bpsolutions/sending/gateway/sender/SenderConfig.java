package net.bpsolutions.sending.gateway.sender;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The local copy of sender-status. */
public interface SenderConfig {

    /** How long mail waits after a start for the copy to be complete; then what is not known leaves as FALLBACK. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration rebuildLimit();
}
