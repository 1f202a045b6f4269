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

    private static final Pattern SEPARATOR = Pattern.compile("~");

    /** The opaque form of a position. */
    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    /** A position that a caller handed back; empty when none was. */
    public static <T> Optional<T> decode(@Nullable String cursor, Function<String, T> position) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(position.apply(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)));
        } catch (RuntimeException e) {
            throw new InvalidRequestException("cursor", "is not a cursor that this API gave out", e);
        }
    }

    /** Reads what {@link #position()} wrote. */
    public static Cursor parse(String position) {
        String[] parts = SEPARATOR.split(position, 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    /** The form that is encoded. */
    public String position() {
        return at + "~" + id;
    }
}
