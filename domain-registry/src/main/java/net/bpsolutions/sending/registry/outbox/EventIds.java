package net.bpsolutions.sending.registry.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Ids of events: a consequence derives its id from its cause, so that a redelivery gives the same id again. */
public final class EventIds {

    private EventIds() {}

    /** The id of what {@code step} makes of the event {@code causeId}. */
    public static UUID derived(UUID causeId, String step) {
        return UUID.nameUUIDFromBytes((causeId + "/" + step).getBytes(UTF_8));
    }
}
