package net.bpsolutions.sending.gateway.deliveries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in order
 * @param nextCursor where the next part begins; null when this is the last
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    /** Copies the items, so that the slice cannot change. */
    public Slice {
        items = List.copyOf(items);
    }
}
