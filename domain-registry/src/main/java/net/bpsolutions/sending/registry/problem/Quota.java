package net.bpsolutions.sending.registry.problem;

import java.time.Duration;

/**
 * How much of a thing may be asked for, as told in headers (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param name of the policy, a token of lower-case letters and hyphens
 * @param amount how often within the window
 * @param window the time that the amount is for
 */
public record Quota(String name, long amount, Duration window) {

    /** The header that names what holds. */
    public static final String POLICY_HEADER = "RateLimit-Policy";

    /** The header that says what is left. */
    public static final String LIMIT_HEADER = "RateLimit";

    /** An item of {@code RateLimit-Policy}. */
    public String policy() {
        return '"' + name + "\";q=" + amount + ";w=" + window.toSeconds();
    }

    /** An item of {@code RateLimit}: what is left, and after how long all of it is there again. */
    public String limit(long remaining, Duration reset) {
        return '"' + name + "\";r=" + remaining + ";t=" + seconds(reset);
    }

    /** Whole seconds, rounded up: nobody is asked back too early. */
    static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
