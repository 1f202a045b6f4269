package net.bpsolutions.sending.gateway.intake;

/** A part of a send request is not what it must be; carries the reason code, never the part. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
