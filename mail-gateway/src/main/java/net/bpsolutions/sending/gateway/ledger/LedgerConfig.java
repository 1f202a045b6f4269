package net.bpsolutions.sending.gateway.ledger;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the ledger keeps trying, and how often. */
public interface LedgerConfig {

    /** How long a worker owns a delivery without renewing it. What a crashed one had is taken over after it. */
    @WithDefault("30s")
    @DurationMin(seconds = 3)
    @DurationMax(minutes = 10)
    Duration lease();

    /** Octets of mails under way together from which on no large one is begun, so that they do not fill the memory. */
    @WithDefault("16M")
    MemorySize takenAtOnce();

    /** How often to look for due work when nobody pokes. */
    @WithDefault("500ms")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollInterval();

    /** Pause after the first temporary failure; doubled with each further one. */
    @WithDefault("1m")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("1h")
    @DurationMin(millis = 100)
    @DurationMax(days = 1)
    Duration longestPause();

    /** Share of a pause by which it may be longer or shorter, so that mails deferred together come back apart. */
    @WithDefault("0.2")
    @DecimalMin("0.0") @DecimalMax("0.9") double jitter();

    /** Longest pause while the relay cannot be reached at all; the first is a second. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration longestRelayPause();

    /** For requests that do not say when they expire: from the time they may be sent. */
    @WithDefault("24h")
    @DurationMin(seconds = 1)
    @DurationMax(days = 366)
    Duration defaultLifetime();

    /** How long a recipient that does not exist gets no mail of the clinic. */
    @WithDefault("90d")
    @DurationMin(seconds = 1)
    @DurationMax(days = 3660)
    Duration suppression();
}
