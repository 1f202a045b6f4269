package net.bpsolutions.sending.verifier.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from an owner name along its CNAMEs to the data asked for. */
public sealed interface Trail {

    /** The owner names passed, the one asked for first. */
    List<String> names();

    /** The TTL of the first RRset on the way, in seconds; null when there is none or the client cannot tell. */
    @Nullable Long ttl();

    /**
     * It ends.
     *
     * @param end never an {@link Lookup.Alias}
     */
    record Ended(List<String> names, Lookup end, @Nullable Long ttl) implements Trail {
        /** Copies the list. */
        public Ended {
            names = List.copyOf(names);
        }
    }

    /** A loop, or more than {@link Trails#LONGEST} CNAMEs in a row. */
    record Endless(List<String> names, @Nullable Long ttl) implements Trail {
        /** Copies the list. */
        public Endless {
            names = List.copyOf(names);
        }
    }

    /** What is at the end; a trail without one leads to nothing. */
    default Lookup outcome() {
        return switch (this) {
            case Ended ended -> ended.end();
            case Endless _ -> new Lookup.NoData();
        };
    }

    /** Whether the trail passes or reaches {@code name}, beyond its first. */
    default boolean leadsTo(String name) {
        return names().stream().skip(1).anyMatch(name::equalsIgnoreCase);
    }
}
