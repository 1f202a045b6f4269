package net.bpsolutions.sending.registry.problem;

import java.time.Duration;

/** Asked for too often; worth trying again later. */
public final class TooManyRequestsException extends RuntimeException {

    private final transient Quota quota;
    private final Duration wait;

    public TooManyRequestsException(Quota quota, Duration wait) {
        super("too many requests");
        this.quota = quota;
        this.wait = wait;
    }

    /** For {@code Retry-After}: whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, Quota.seconds(wait));
    }

    String policy() {
        return quota.policy();
    }

    String limit() {
        return quota.limit(0, wait);
    }
}
