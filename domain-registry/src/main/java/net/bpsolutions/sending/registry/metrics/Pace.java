package net.bpsolutions.sending.registry.metrics;

import java.time.Duration;
import java.time.Instant;

/** How often something is read that takes the longer the more there is: for a hundredth of the time at most. */
final class Pace {

    private static final int RESTS = 99;

    private volatile Instant next = Instant.MIN;

    boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    void ran(Instant began, Instant ended) {
        next = ended.plus(Duration.between(began, ended).multipliedBy(RESTS));
    }
}
