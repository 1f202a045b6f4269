package net.bpsolutions.sending.gateway.outbox;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Publishing what was committed. */
public interface OutboxConfig {

    /** How often to look when nobody pokes. */
    @WithDefault("200ms")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollInterval();

    /** Events that wait for the broker's answers together. */
    @WithDefault("500")
    @Min(1) @Max(10_000) int batchSize();

    /** Longest pause between tries while database or broker are away. */
    @WithDefault("5s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 10)
    Duration maxBackOff();
}
