package net.bpsolutions.sending.events;

/** What a DNS record is published for. */
public enum Purpose {
    /** A DKIM selector (RFC 6376). */
    DKIM,

    /** The DMARC policy (RFC 9989). */
    DMARC,

    /** The SPF policy (RFC 7208); advice only. */
    SPF,

    /** A token that proves who keeps the zone. */
    OWNERSHIP
}
