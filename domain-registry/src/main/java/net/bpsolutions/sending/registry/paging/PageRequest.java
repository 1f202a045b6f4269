package net.bpsolutions.sending.registry.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public class PageRequest {

    @RestQuery
    @Parameter(description = "Where to go on: the nextCursor of the part before.")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1) @Max(200) @Parameter(description = "How many items at most.")
    int limit;

    /** Where to go on; null at the beginning. */
    public @Nullable String cursor() {
        return cursor;
    }

    /** How many items at most. */
    public int limit() {
        return limit;
    }
}
