package net.bpsolutions.sending.registry.lifecycle;

/** What must be in place before mail leaves under the clinic's name. */
public enum Requirement {
    /** Every DKIM selector. */
    DKIM,

    /** A DMARC policy. */
    DMARC,

    /** The clinic has shown that the domain is its own. */
    OWNERSHIP
}
