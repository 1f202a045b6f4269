package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Looks at domains that nobody has registered, from the guide. */
public interface GuideConfig {

    /** Looks within a minute, of everybody together, by each replica. */
    @WithDefault("20")
    @Min(1) @Max(10000) int checksPerMinute();

    /** How long the verifier's answer is waited for. */
    @WithDefault("15s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration patience();
}
