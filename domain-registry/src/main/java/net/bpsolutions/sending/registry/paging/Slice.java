package net.bpsolutions.sending.registry.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items what it holds
 * @param nextCursor what to ask for next; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    /** Copies the items, so that the slice cannot change. */
    public Slice {
        items = List.copyOf(items);
    }

    /** A slice of {@code limit} items, from a list that was read one item further to see whether there is more. */
    public static <T> Slice<T> of(List<T> oneMore, int limit, String list, Function<T, String> position) {
        boolean more = oneMore.size() > limit;
        List<T> items = more ? oneMore.subList(0, limit) : oneMore;
        return new Slice<>(items, more ? Cursor.encode(list, position.apply(items.getLast())) : null);
    }

    /** The same part in another form. */
    public <R> Slice<R> map(Function<T, R> form) {
        return new Slice<>(items.stream().map(form).toList(), nextCursor);
    }
}
