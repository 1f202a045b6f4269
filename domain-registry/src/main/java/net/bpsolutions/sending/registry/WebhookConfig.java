package net.bpsolutions.sending.registry;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Telling OMS over HTTP. */
public interface WebhookConfig {

    /**
     * Keys that keep the secrets of webhooks, Base64 of 32 octets each; the first one seals, all of them open. Webhooks are
     * off without one. {@code WEBHOOK_KEYS}.
     */
    Optional<List<String>> keys();

    /** The ports that a webhook may be at. */
    @WithDefault("443")
    Set<Integer> ports();

    /** Whether {@code http} to this machine itself is allowed; for development only. */
    @WithDefault("false")
    boolean allowLoopback();

    /** The DNS server to ask, {@code ip:port}; the machine's own when absent. */
    Optional<String> resolver();

    /** How many webhooks there may be of callers that see the same clinics. */
    @WithDefault("20")
    @Min(1) int most();

    /** How often due deliveries are looked for. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration poll();

    /** Deliveries to one webhook at the same time, by each replica. */
    @WithDefault("10")
    @Min(1) @Max(100) int inFlight();

    /** How long one delivery may take. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration timeout();

    /** Pause after the first failure; each further one is four times as long. */
    @WithDefault("5s")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("12h")
    @DurationMin(millis = 10)
    @DurationMax(days = 7)
    Duration longestPause();

    /** Deliveries of one event until it is given up; with the pauses as shipped, nearly three days. */
    @WithDefault("13")
    @Min(1) int attempts();

    /** A webhook that has only failed for so long is disabled. */
    @WithDefault("3d")
    @DurationMin(seconds = 1)
    @DurationMax(days = 90)
    Duration patience();

    /** How long signatures with the secret before are sent along after a new one was made. */
    @WithDefault("24h")
    @DurationMin(seconds = 0)
    @DurationMax(days = 30)
    Duration overlap();
}
