package net.bpsolutions.sending.registry.breaker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether demotions are frozen.
 *
 * @param frozen while true no domain loses its own name; promotions go on
 * @param reason why it is frozen
 * @param since when that became so
 * @param checks the latest checks of domains that were good before
 * @param broken how many of them found the domain bad
 * @param canary how the vendor's own domain stands
 */
public record BreakerJson(
        boolean frozen, @Nullable FreezeReason reason, Instant since, long checks, long broken, Canary canary) {

    static BreakerJson of(BreakerState state, Sweep sweep) {
        return new BreakerJson(state.frozen, state.reason, state.since, sweep.checks(), sweep.broken(), state.canary);
    }
}
