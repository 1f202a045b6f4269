package net.bpsolutions.sending.registry.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;

/** Times as operators compare them with logs: in UTC. */
final class Utc {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final int WHOLE_MINUTE = "2026-11-25T03:12".length() + 1;

    private Utc() {}

    static String seconds(Instant at) {
        return SECONDS.format(at);
    }

    /**
     * The end of what a {@code datetime-local} field names, a minute or a second: what happened within it is told. Also with
     * a blank or a {@code Z}, as copied from a log.
     */
    static Instant parse(String field, String typed) {
        String local = typed.strip().replace(' ', 'T');
        try {
            Instant at = LocalDateTime.parse(local.endsWith("Z") ? local.substring(0, local.length() - 1) : local)
                    .toInstant(ZoneOffset.UTC);
            return ours(field, at)
                    .plus(local.length() > WHOLE_MINUTE ? Duration.ofSeconds(1) : Duration.ofMinutes(1))
                    .minus(1, ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(field, "is not a time such as 2026-11-25T03:12", e);
        }
    }

    /** A moment as the console's own links have it. */
    static Instant instant(String field, String given) {
        try {
            return ours(field, Instant.parse(given));
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(field, "is not a time", e);
        }
    }

    /** The database counts further than the years of ours, but not as far as {@link Instant}. */
    private static Instant ours(String field, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new InvalidRequestException(field, "is at no time of ours");
        }
        return at;
    }

    /** For the field's value. */
    static String field(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
