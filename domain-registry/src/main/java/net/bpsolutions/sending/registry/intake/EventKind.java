package net.bpsolutions.sending.registry.intake;

import java.util.List;
import net.bpsolutions.sending.events.Event;

/**
 * How to read an event.
 *
 * @param type its record
 * @param required the fields that it cannot be without
 */
public record EventKind<T extends Event>(Class<T> type, List<String> required) {

    /** Copies the names, so that the kind cannot change. */
    public EventKind {
        required = List.copyOf(required);
    }

    /** Names the fields that an event cannot be without. */
    public static <T extends Event> EventKind<T> of(Class<T> type, String... required) {
        return new EventKind<>(type, List.of(required));
    }
}
