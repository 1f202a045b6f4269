package net.bpsolutions.sending.registry.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457).
 *
 * @param type what kind of problem; stable
 * @param title a short summary of the kind
 * @param status the HTTP status code
 * @param detail about this occurrence
 * @param errors the fields that are not valid
 * @param suggested the domain that was probably meant
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors,
        @Nullable String suggested) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A field, parameter or header of the request, and what is wrong with it. */
    public record FieldError(String field, String detail) {}

    static Problem of(ProblemType type) {
        return of(type, null);
    }

    static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), null);
    }

    Problem with(List<FieldError> invalid) {
        return new Problem(type, title, status, detail, invalid, suggested);
    }

    Problem suggesting(@Nullable String better) {
        return new Problem(type, title, status, detail, errors, better);
    }
}
