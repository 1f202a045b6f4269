package net.bpsolutions.sending.registry.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list that is ordered by time: opaque outside, so that its form may change.
 *
 * @param at the time of the last item seen
 * @param id its id, for items of the same time
 */
public record Cursor(Instant at, UUID id) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern SEPARATOR = Pattern.compile("~");

    /** The opaque form of a position in the named list. */
    public static String encode(String list, String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((list + "~" + position).getBytes(UTF_8));
    }

    /** A position in the named list that a caller handed back; empty when none was. */
    public static <T> Optional<T> decode(@Nullable String cursor, String list, Function<String, T> position) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            String[] parts = SEPARATOR.split(new String(Base64.getUrlDecoder().decode(cursor), UTF_8), 2);
            if (!parts[0].equals(list)) {
                throw new IllegalArgumentException("of another list");
            }
            return Optional.of(position.apply(parts[1]));
        } catch (RuntimeException e) {
            throw new InvalidRequestException("cursor", "is not a cursor that this API gave out", e);
        }
    }

    /** Reads what {@link #position()} wrote. */
    public static Cursor parse(String position) {
        String[] parts = SEPARATOR.split(position, 2);
        Instant at = Instant.parse(parts[0]);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("at no time of ours");
        }
        return new Cursor(at, UUID.fromString(parts[1]));
    }

    /** The form that is encoded. */
    public String position() {
        return at + "~" + id;
    }
}
