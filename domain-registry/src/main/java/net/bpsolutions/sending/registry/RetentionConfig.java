package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the past is kept. */
public interface RetentionConfig {

    /** Checks that moved nothing; the latest of a registration always stays. */
    @WithDefault("P30D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 3660)
    Duration checks();

    /** Transitions, and the checks that moved something; the latest transition of a registration always stays. */
    @WithDefault("P1095D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 36600)
    Duration moves();

    /** Numbers of mails by day and outcome. */
    @WithDefault("P90D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 3660)
    Duration deliveries();

    /** Which outcomes are in those numbers; no shorter than the topic keeps them. */
    @WithDefault("P8D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 366)
    Duration countedOutcomes();

    /** How often the past is tidied up. */
    @WithDefault("10m")
    @DurationMin(millis = 100)
    @DurationMax(days = 1)
    Duration poll();

    /** How many rows of a kind go at once. */
    @WithDefault("5000")
    @Min(1) @Max(100000) int batch();
}
