package net.bpsolutions.sending.verifier.examination;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * How long is waited, and on whose clock.
 *
 * @param timeout for the answer of one server to one question, all tries together; TCP after truncation gets as much again
 * @param retries how often the question is repeated within that time
 * @param timer its threads are event loops
 */
record Pace(Duration timeout, int retries, ScheduledExecutorService timer) {

    /** From one try to the next, or from one resolver to the next; the earlier one is still listened to. */
    Duration pause() {
        return timeout.dividedBy(retries + 1L);
    }

    /** How long others are waited for when one has answered: a lost packet is repeated within it. */
    Duration grace() {
        return timeout.dividedBy(2);
    }

    /** For a server that has to ask others itself. */
    Pace forResolvers() {
        return new Pace(timeout.multipliedBy(2), retries, timer);
    }
}
