package net.bpsolutions.sending.gateway.deadletter;

/** Why a record cannot be read; goes with its dead letter. */
public enum Unreadable {
    /** The value is no JSON object. */
    MALFORMED_JSON,

    /** Something is missing without which there is nobody to tell. */
    MISSING_FIELD,

    /** A field holds what it must not, and there is nobody to tell. */
    INVALID_VALUE,

    /** It could be read, but processing it fails whenever it is tried. */
    PROCESSING_FAILED
}
