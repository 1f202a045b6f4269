package net.bpsolutions.sending.registry.problem;

import java.time.Duration;

/** Asked for too often; worth trying again later. */
public final class TooManyRequestsException extends RuntimeException {

    private final Duration wait;

    public TooManyRequestsException(Duration wait) {
        super("too many requests");
        this.wait = wait;
    }

    /** For {@code Retry-After}: whole seconds, at least one. */
    long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
