package net.bpsolutions.sending.registry.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code Idempotency-Key}: a quoted string (draft-ietf-httpapi-idempotency-key-header §2.1), or the same
 * without quotes, as most callers write it.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE =
            Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\x21\\x23-\\x7e]{1,255})");

    /** The key; empty when none was given. */
    static Optional<IdempotencyKey> of(@Nullable List<String> headers) {
        if (headers == null || headers.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = SHAPE.matcher(headers.getFirst().strip());
        if (headers.size() > 1 || !matcher.matches()) {
            throw new InvalidRequestException(HEADER, "must be one key of 1 to 255 visible ASCII characters");
        }
        @Nullable String quoted = matcher.group(1);
        return Optional.of(new IdempotencyKey(quoted == null ? matcher.group(2) : quoted));
    }
}
