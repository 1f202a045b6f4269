package net.bpsolutions.sending.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.backoff.BackOff;
import org.jboss.logging.Logger;

/** While the relay cannot be reached at all, one mail at a time tries, after pauses that grow up to half a minute. */
@ApplicationScoped
class RelayHealth {

    private static final Logger LOG = Logger.getLogger(RelayHealth.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final BackOff backOff;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong retryAt = new AtomicLong();

    /** Called each time the relay is back; it must not block. */
    private volatile Runnable whenBack = () -> {};

    RelayHealth(GatewayConfig config) {
        backOff = new BackOff(FIRST_PAUSE, config.ledger().longestRelayPause(), 0);
    }

    /** How many of {@code free} slots may be used now. */
    int slots(int free, int inFlight) {
        if (failures.get() == 0) {
            return free;
        }
        return inFlight == 0 && System.nanoTime() - retryAt.get() >= 0 ? 1 : 0;
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
