package net.bpsolutions.sending.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was refused (RFC 9457).
 *
 * @param type what kind of problem; stable
 * @param title a short summary of the kind
 * @param status the HTTP status code
 * @param detail about this occurrence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type, String title, int status, @Nullable String detail) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail);
    }

    static ResponseBuilder answer(ProblemType type, @Nullable String detail) {
        return answer(Response.status(type.status()), of(type, detail));
    }

    /** In place of what {@code before} says; its headers stay. */
    static ResponseBuilder answer(ResponseBuilder before, Problem problem) {
        return before.type(MEDIA_TYPE).entity(problem);
    }

    /** Ends a call with this problem. */
    public static WebApplicationException refusal(ProblemType type, String detail) {
        return new WebApplicationException(answer(type, detail).build());
    }
}
