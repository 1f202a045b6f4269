package net.bpsolutions.sending.registry.problem;

/** A part of the request is not valid. */
public final class InvalidRequestException extends RuntimeException {

    private final String field;
    private final String reason;

    public InvalidRequestException(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    public InvalidRequestException(String field, String reason, Throwable cause) {
        super(field + " " + reason, cause);
        this.field = field;
        this.reason = reason;
    }

    Problem.FieldError error() {
        return new Problem.FieldError(field, reason);
    }
}
