package net.bpsolutions.sending.registry.lifecycle;

/** What a check said about the required records together. */
public enum Health {
    /** Every required record is as expected. */
    GOOD,

    /** A required record is not, and the authoritative servers said so. */
    BAD,

    /** Could not be determined; never moves a status. */
    UNKNOWN
}
