package net.bpsolutions.sending.gateway.problem;

import java.net.URI;
import java.util.Arrays;

/** The kinds of problem (RFC 9457 §3.1.1); the URIs are stable. */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", "The request is not valid", 400),
    MISSING_PARAMETER("missing-parameter", "A parameter is missing", 400),
    UNAUTHENTICATED("unauthenticated", "A bearer token is needed", 401),
    FORBIDDEN("forbidden", "The token does not allow this", 403),
    NOT_FOUND("not-found", "There is no such resource", 404),
    UNKNOWN_REQUEST("unknown-request", "There is no such send request", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "The resource does not know this method", 405),
    NOT_ACCEPTABLE("not-acceptable", "The resource has no such representation", 406),
    TOO_LATE("too-late", "It cannot be cancelled any more", 409),
    BODY_TOO_LARGE("body-too-large", "The body is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body is not of a media type that is read here", 415),
    INTERNAL("internal", "A fault on our side", 500),
    UNAVAILABLE("unavailable", "Not available at the moment", 503);

    private static final URI BASE = URI.create("https://sending.bp-solutions.net/problems/");

    private final String name;
    private final String title;
    private final int status;

    ProblemType(String name, String title, int status) {
        this.name = name;
        this.title = title;
        this.status = status;
    }

    /** What a status without further words stands for. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status && type != MISSING_PARAMETER && type != UNKNOWN_REQUEST)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
    }

    /** Names the kind, for programs. */
    public URI uri() {
        return BASE.resolve(name);
    }

    /** The kind in words. */
    public String title() {
        return title;
    }

    /** The HTTP status code that comes with it. */
    public int status() {
        return status;
    }
}
