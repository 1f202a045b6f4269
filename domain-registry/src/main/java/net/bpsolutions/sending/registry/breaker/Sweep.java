package net.bpsolutions.sending.registry.breaker;

import java.util.Optional;

/**
 * The latest checks of domains that were good before, one of each.
 *
 * @param checks how many
 * @param broken how many of them found the domain bad
 */
record Sweep(long checks, long broken) {

    /**
     * Whether demotions are to be frozen now. A freeze ends only at half the share that began it, so that it does not
     * flicker.
     *
     * @param minimum fewer checks than this say nothing
     * @param share of broken ones, above which a freeze begins
     */
    Optional<FreezeReason> judge(Canary canary, boolean frozen, int minimum, double share) {
        if (canary == Canary.BAD) {
            return Optional.of(FreezeReason.CANARY);
        }
        double limit = frozen ? share / 2 : share;
        return checks >= minimum && broken > limit * checks ? Optional.of(FreezeReason.SWEEP) : Optional.empty();
    }
}
