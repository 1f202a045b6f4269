package net.bpsolutions.sending.events;

/** How ownership of a domain was shown. */
public enum VerificationMethod {
    /** The verification message was forwarded from the domain. */
    EMAIL_FORWARD,

    /** The link of the verification message was opened and confirmed. */
    LINK,

    /** A token was found in the zone. */
    DNS_TXT,

    /** The relay provider vouches for it. */
    PROVIDER,

    /** An operator took the clinic's word for it; never in an event. */
    OPERATOR
}
