package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.backoff.BackOff;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** While the relay cannot be reached at all, one mail at a time tries it, after pauses that grow up to half a minute. */
@ApplicationScoped
class RelayHealth {

    private static final Logger LOG = Logger.getLogger(RelayHealth.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final BackOff backOff;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong retryAt = new AtomicLong();
    private final AtomicReference<@Nullable UUID> probe = new AtomicReference<>();

    /** Called each time the relay is back; it must not block. */
    private volatile Runnable whenBack = () -> {};

    RelayHealth(GatewayConfig config) {
        backOff = new BackOff(FIRST_PAUSE, config.ledger().longestRelayPause(), 0);
    }

    /** Whether it could not be reached when it was tried last. */
    boolean isAway() {
        return failures.get() > 0;
    }

    /** Whether it is time to try, and nothing does. */
    boolean wantsProbe() {
        return probe.get() == null && untilRetry().isNegative();
    }

    /** False when a relay that is away is not to be tried now; what entered must leave. */
    boolean enter(UUID token) {
        return !isAway() || (untilRetry().isNegative() && probe.compareAndSet(null, token));
    }

    void leave(UUID token) {
        probe.compareAndSet(token, null);
    }

    /** Until it makes sense to look again at a mail that did not enter. */
    Duration pause() {
        Duration left = untilRetry();
        return left.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : left;
    }

    private Duration untilRetry() {
        return Duration.ofNanos(retryAt.get() - System.nanoTime());
    }

    /** Nothing tries again before a pause that grows. */
    void unreachable() {
        int soFar = failures.incrementAndGet();
        Duration pause = backOff.after(soFar, () -> 0);
        retryAt.set(System.nanoTime() + pause.toNanos());
        if (soFar == 1) {
            LOG.warn("the relay cannot be reached; mail waits in the ledger");
        }
    }

    void whenBack(Runnable action) {
        whenBack = action;
    }

    void reachable() {
        if (failures.getAndSet(0) > 0) {
            LOG.info("the relay can be reached again");
            whenBack.run();
        }
    }
}
