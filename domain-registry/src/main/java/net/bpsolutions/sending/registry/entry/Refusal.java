package net.bpsolutions.sending.registry.entry;

/** Why a name cannot be registered. */
public enum Refusal {
    /** Not a domain name. */
    INVALID_DOMAIN,

    /** Strangers register names below it. */
    PUBLIC_SUFFIX,

    /** For private or special use, or an address. */
    RESERVED_DOMAIN,

    /** Anybody can have a mailbox there. */
    FREE_MAIL_DOMAIN
}
