package net.bpsolutions.sending.events;

/** Where a registration stands in its life. */
public enum DomainStatus {
    /** Something required is still missing. */
    PENDING,

    /** Everything required is in place. */
    VERIFIED,

    /** Was verified; a required record is bad, within grace. */
    DEGRADED,

    /** Was verified; grace is over. */
    LAPSED,

    /** Held by an operator. */
    SUSPENDED
}
