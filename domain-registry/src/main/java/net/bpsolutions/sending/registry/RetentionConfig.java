package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long the past is kept. */
public interface RetentionConfig {

    /** Checks that moved nothing; the latest of a registration always stays. */
    @WithDefault("P30D")
    Duration checks();

    /** Transitions, and the checks that moved something; the latest transition of a registration always stays. */
    @WithDefault("P1095D")
    Duration moves();

    /** Numbers of mails by day and outcome. */
    @WithDefault("P90D")
    Duration deliveries();

    /** Which outcomes are in those numbers; no shorter than the topic keeps them. */
    @WithDefault("P8D")
    Duration countedOutcomes();

    /** How often the past is tidied up. */
    @WithDefault("10m")
    Duration poll();

    /** How many rows of a kind go at once. */
    @WithDefault("5000")
    @Min(1) @Max(100000) int batch();
}
