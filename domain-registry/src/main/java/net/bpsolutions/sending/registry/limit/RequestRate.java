package net.bpsolutions.sending.registry.limit;

import java.time.Duration;
import net.bpsolutions.sending.registry.problem.Quota;

/**
 * The generic cell rate algorithm: a caller is known by one point in time, at which all of the quota is there again. It
 * lets a whole quota through at once, and then as much as grows back.
 *
 * @param quota how much
 */
record RequestRate(Quota quota) {

    /** What becomes of a request; {@code fullAt} is what to remember of the caller. */
    sealed interface Answer {

        /** It may pass. */
        record Pass(long fullAt, long remaining, Duration reset) implements Answer {}

        /** It may not, before {@code pause} is over. */
        record Refuse(Duration pause) implements Answer {}
    }

    /** Takes one from a caller whose quota is full again at {@code fullAt}; both in nanoseconds of the same clock. */
    Answer take(long fullAt, long now) {
        long window = quota.window().toNanos();
        long each = window / quota.amount();
        long after = Math.max(fullAt, now) + each;
        long debt = after - now;
        return debt <= window
                ? new Answer.Pass(after, (window - debt) / each, Duration.ofNanos(debt))
                : new Answer.Refuse(Duration.ofNanos(debt - window));
    }
}
