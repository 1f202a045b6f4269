package net.bpsolutions.sending.registry.republication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to publish every sender-status once more.
 *
 * @param published how many have been put into the outbox so far
 * @param doneAt when it was through; null before
 */
public record RepublicationJson(
        UUID id,
        Instant requestedAt,
        long published,
        @Nullable Instant doneAt) {

    static RepublicationJson of(Republication republication) {
        return new RepublicationJson(
                republication.id, republication.requestedAt, republication.published, republication.doneAt);
    }
}
