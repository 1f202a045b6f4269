package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When records are looked at again. */
public interface ScheduleConfig {
    /** How often due checks are claimed. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration poll();

    /** How many due checks are claimed at once, by each replica. */
    @WithDefault("100")
    @Min(1) @Max(1000) int batch();

    /** The steps after registration, one after the other. */
    @WithDefault("PT1M,PT2M,PT5M,PT10M,PT15M,PT30M")
    List<@DurationMin(seconds = 1) @DurationMax(days = 1) Duration> pendingFirst();

    /** How far apart checks are spread, as a part of their interval. */
    @WithDefault("0.1")
    @DecimalMin("0") @DecimalMax("0.5") double jitter();

    /** How often a verified domain is looked at. */
    @WithDefault("P1D")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration verified();

    /** How often a degraded domain is looked at in its first hours. */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration degradedFirst();
}
