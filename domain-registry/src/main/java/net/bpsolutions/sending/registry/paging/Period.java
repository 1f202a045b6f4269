package net.bpsolutions.sending.registry.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** From when until when a list is asked for; both ends are open when they are not given. */
public class Period {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @RestQuery
    @Parameter(
            description = "Only what happened then or later (RFC 3339).",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String since;

    @RestQuery
    @Parameter(
            description = "Only what happened before then (RFC 3339).",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String until;

    /**
     * The beginning, which belongs to the period.
     *
     * @throws InvalidRequestException when it is no time
     */
    public Instant since() {
        return since == null ? Instant.EPOCH : instant("since", since);
    }

    /**
     * The end, which does not belong to the period.
     *
     * @throws InvalidRequestException when it is no time
     */
    public Instant until() {
        return until == null ? LATEST : instant("until", until);
    }

    private static Instant instant(String field, String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw new InvalidRequestException(field, "must be between 1970 and 9999");
            }
            return at;
        } catch (DateTimeException e) {
            throw new InvalidRequestException(field, "must be a time such as 2026-03-01T03:12:00Z", e);
        }
    }
}
