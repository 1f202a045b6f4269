package net.bpsolutions.sending.verifier.check;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The end of a check. */
record Deadline(Instant end, Clock clock) {

    private static final Duration LEAST = Duration.ofMillis(1);

    /** What {@code work} brings in time; it is cancelled when it does not. */
    <T> Uni<T> orElse(Uni<T> work, Supplier<T> otherwise) {
        Duration left = Duration.between(clock.instant(), end);
        return work.ifNoItem().after(left.compareTo(LEAST) < 0 ? LEAST : left).recoverWithItem(otherwise);
    }
}
