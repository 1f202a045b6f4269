package net.bpsolutions.sending.registry.idempotency;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish to carry out a request.
 *
 * @param id of this try
 * @param caller who asks
 * @param key as the caller gave it
 * @param fingerprint of the request
 * @param at when
 */
record Claim(UUID id, String caller, String key, String fingerprint, Instant at) {

    /** What became of the wish. */
    sealed interface Outcome {

        /** Carry it out. */
        record First() implements Outcome {}

        /** It was carried out. */
        record Again(Answer answer) implements Outcome {}

        /** It is being carried out. */
        record UnderWay() implements Outcome {}

        /** The key stands for another request. */
        record Another() implements Outcome {}
    }
}
