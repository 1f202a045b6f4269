package net.bpsolutions.sending.verifier.delivery;

/** Why a record is set aside; a code, for it must not carry content. */
enum DeadLetterReason {
    /** Not JSON, or not an object. */
    MALFORMED_JSON,

    /** A field that the contract requires is absent or null. */
    MISSING_FIELD,

    /** A field holds what it cannot hold. */
    INVALID_VALUE,

    /** The check itself failed: a bug. */
    PROCESSING_FAILED
}
