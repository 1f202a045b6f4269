package net.bpsolutions.sending.registry.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failures that agree: each found at least one record bad that all the others found bad as well.
 *
 * @param count how many, far enough apart to count
 * @param countedAt when the last of them was seen; null when there is none
 * @param names the owner names that were bad in all of them
 */
record FailureRun(int count, @Nullable Instant countedAt, Set<String> names) {

    /** No failure since the last good check. */
    static final FailureRun NONE = new FailureRun(0, null, Set.of());

    FailureRun {
        names = Set.copyOf(names);
    }

    /** The run after one more failure at {@code at}; failures less than {@code spacing} apart count once. */
    FailureRun after(Set<String> failing, Instant at, Duration spacing) {
        Set<String> agreeing = new HashSet<>(names);
        agreeing.retainAll(failing);
        if (countedAt == null || agreeing.isEmpty()) {
            return new FailureRun(1, at, failing);
        }
        return at.isBefore(countedAt.plus(spacing))
                ? new FailureRun(count, countedAt, agreeing)
                : new FailureRun(count + 1, at, agreeing);
    }
}
