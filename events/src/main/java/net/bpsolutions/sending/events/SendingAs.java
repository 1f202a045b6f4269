package net.bpsolutions.sending.events;

/** Under which name mail of a clinic leaves. */
public enum SendingAs {
    /** From the address that the producer named. */
    NATIVE,

    /** From the vendor's fallback address, with Reply-To the original sender. */
    FALLBACK,

    /** Through the clinic's own provider account, unchanged. */
    OWN_ACCOUNT
}
