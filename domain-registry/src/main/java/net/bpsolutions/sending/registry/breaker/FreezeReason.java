package net.bpsolutions.sending.registry.breaker;

/** Why demotions are frozen. */
public enum FreezeReason {
    /** Too many domains went bad at once. */
    SWEEP,

    /** The vendor's own domain, which points to the same targets, is bad as well. */
    CANARY
}
