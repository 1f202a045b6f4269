package net.bpsolutions.sending.registry.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.bpsolutions.sending.registry.WebhookConfig;

/** How long to wait after a failure: four times longer each time, and a fifth sooner or later so that retries come apart. */
record Pauses(Duration first, Duration longest, int attempts) {

    private static final int FACTOR = 4;
    private static final double JITTER = 0.2;

    static Pauses of(WebhookConfig config) {
        return new Pauses(config.firstPause(), config.longestPause(), config.attempts());
    }

    /** The pause after that many attempts; empty when it is given up. */
    Optional<Duration> after(int attempt, RandomGenerator random) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Duration pause = first;
        for (int i = 1; i < attempt && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        Duration bounded = pause.compareTo(longest) < 0 ? pause : longest;
        double spread = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Optional.of(Duration.ofMillis(Math.round(bounded.toMillis() * spread)));
    }
}
