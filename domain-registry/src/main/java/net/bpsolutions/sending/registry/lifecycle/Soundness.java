package net.bpsolutions.sending.registry.lifecycle;

/** How the required records stand, all checks together. */
public enum Soundness {
    /** No check has found them good. */
    UNSEEN,

    /** The latest check that could tell found them good. */
    SOUND,

    /** They were good, and have failed since, but not often enough to act on it. */
    DOUBTED,

    /** Enough agreeing failures, within grace. */
    DEGRADED,

    /** Still failing when grace was over. */
    GRACE_OVER,

    /** The DMARC policy harms unaligned mail, and no DKIM selector is left. */
    STRANDED
}
