package net.bpsolutions.sending.registry.problem;

import java.net.URI;

/** The kinds of problem (RFC 9457 §3.1.1); the URIs are stable. */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", "The request is not valid", 400),
    MALFORMED_BODY("malformed-body", "The body cannot be read", 400),
    UNAUTHENTICATED("unauthenticated", "A bearer token is needed", 401),
    FORBIDDEN("forbidden", "The token does not allow this", 403),
    NOT_FOUND("not-found", "There is no such resource", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "The resource does not know this method", 405),
    NOT_ACCEPTABLE("not-acceptable", "The resource has no such representation", 406),
    REQUEST_IN_PROGRESS("request-in-progress", "The same request is still under way", 409),
    WEBHOOKS_NOT_SET_UP("webhooks-not-set-up", "Webhooks are not set up here", 409),
    TOO_MANY_WEBHOOKS("too-many-webhooks", "There are as many webhooks as there may be", 409),
    PRECONDITION_FAILED("precondition-failed", "The resource has changed meanwhile", 412),
    BODY_TOO_LARGE("body-too-large", "The body is too large", 413),
    URI_TOO_LONG("uri-too-long", "The address is too long", 414),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body is not of a media type that is read here", 415),
    EXPECTATION_FAILED("expectation-failed", "What is expected here cannot be met", 417),
    INVALID_DOMAIN("invalid-domain", "Not a domain name", 422),
    PUBLIC_SUFFIX("public-suffix", "Nobody's own domain", 422),
    RESERVED_DOMAIN("reserved-domain", "A reserved name", 422),
    FREE_MAIL_DOMAIN("free-mail-domain", "A free-mail domain", 422),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", "The idempotency key belongs to another request", 422),
    WEBHOOK_ADDRESS("webhook-address", "Not an address that webhooks are sent to", 422),
    TOO_MANY_REQUESTS("too-many-requests", "Asked for too often", 429),
    INTERNAL("internal", "A fault on our side", 500),
    UNAVAILABLE("unavailable", "Not available at the moment", 503);

    private static final String BASE = "https://sending.bp-solutions.net/problems/";

    private final String name;
    private final String title;
    private final int status;

    ProblemType(String name, String title, int status) {
        this.name = name;
        this.title = title;
        this.status = status;
    }

    /** The stable type. */
    public URI uri() {
        return URI.create(BASE + name);
    }

    /** A short summary, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }
}
