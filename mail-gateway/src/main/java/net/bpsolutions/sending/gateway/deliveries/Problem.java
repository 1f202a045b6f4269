package net.bpsolutions.sending.gateway.deliveries;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * Why a call was refused (RFC 9457).
 *
 * @param type stable, for programs
 * @param title the type in words
 * @param status the HTTP status code
 * @param detail what about this call
 */
public record Problem(String type, String title, int status, String detail) {

    private static final String BASE = "https://sending.bp-solutions.net/problems/";
    private static final String MEDIA_TYPE = "application/problem+json";

    static WebApplicationException missingParameter(String name) {
        return new Problem(BASE + "missing-parameter", "A parameter is missing", 400, "'" + name + "' is required.")
                .refusal();
    }

    static WebApplicationException unknownRequest() {
        return new Problem(
                        BASE + "unknown-request",
                        "There is no such send request",
                        404,
                        "The clinic has none by this id.")
                .refusal();
    }

    static WebApplicationException tooLate() {
        return new Problem(
                        BASE + "too-late",
                        "It cannot be cancelled any more",
                        409,
                        "Every attempt has begun or is over.")
                .refusal();
    }

    private WebApplicationException refusal() {
        return new WebApplicationException(
                Response.status(status).type(MEDIA_TYPE).entity(this).build());
    }
}
