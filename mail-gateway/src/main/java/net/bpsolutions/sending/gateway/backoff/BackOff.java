package net.bpsolutions.sending.gateway.backoff;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double and are spread.
 *
 * @param first after the first failure
 * @param longest never more, before spreading
 * @param jitter by which share a pause may be longer or shorter
 */
public record BackOff(Duration first, Duration longest, double jitter) {

    private static final int MAX_DOUBLINGS = 30;

    /**
     * How long to wait now.
     *
     * @param failures so far, from 1
     */
    public Duration after(int failures, RandomGenerator random) {
        long doublings = Math.clamp(failures - 1L, 0, MAX_DOUBLINGS);
        double millis = Math.min((double) first.toMillis() * (1L << doublings), (double) longest.toMillis());
        double spread = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(millis * spread));
    }
}
