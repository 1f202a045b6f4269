package net.bpsolutions.sending.registry.paging;

import jakarta.ws.rs.DefaultValue;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public class PageRequest {

    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

    @RestQuery
    @Parameter(description = "Where to go on: the nextCursor of the part before.")
    @Nullable String cursor;

    @RestQuery
    @DefaultValue("50")
    @Parameter(
            description = "How many items at most.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    String limit = "50";

    /** Where to go on; null at the beginning. */
    public @Nullable String cursor() {
        return cursor;
    }

    /**
     * How many items at most.
     *
     * @throws InvalidRequestException when it is no number, or none that is allowed
     */
    public int limit() {
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > MOST) {
            throw new InvalidRequestException("limit", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }
}
