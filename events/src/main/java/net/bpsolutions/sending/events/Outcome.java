package net.bpsolutions.sending.events;

/** What became of one recipient of a send request. */
public enum Outcome {
    /** The relay took responsibility (RFC 5321 §4.2.5). */
    ACCEPTED,

    /** A temporary failure (4xx, timeout); it is tried again. */
    DEFERRED,

    /** A permanent failure (5xx, a refused request, a cancellation). */
    REJECTED,

    /** Not sent before the request's expiry, and never will be. */
    EXPIRED,

    /** The recipient is suppressed for this clinic. */
    SUPPRESSED,

    /** Accepted before, then returned by a DSN (RFC 3464). */
    BOUNCED
}
