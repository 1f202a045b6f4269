package net.bpsolutions.sending.registry.intake;

/** What became of reading a record's value. */
sealed interface Reading<T> {

    /** It is an event. */
    record Understood<T>(T event) implements Reading<T> {}

    /** It is not, and never will be. */
    record Refused<T>(Reason reason) implements Reading<T> {}

    /** Why a record is dead-lettered. */
    enum Reason {
        MALFORMED_JSON,
        MISSING_FIELD,
        INVALID_VALUE,
        PROCESSING_FAILED
    }
}
