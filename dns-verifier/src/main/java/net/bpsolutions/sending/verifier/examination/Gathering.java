package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Several asked at the same time. When one has given a good answer, the others are waited for a while only, and those that
 * are known to be silent not at all; they still count when they speak up in time.
 */
final class Gathering<T> {

    private final List<Optional<T>> heard;
    private final Predicate<T> good;
    private final IntPredicate silent;
    private final Pace pace;
    private final UniEmitter<? super List<Optional<T>>> emitter;
    private final Cancellations cancellations = new Cancellations();
    private boolean settled;

    private Gathering(
            int size,
            Predicate<T> good,
            IntPredicate silent,
            Pace pace,
            UniEmitter<? super List<Optional<T>>> emitter) {
        this.heard = new ArrayList<>(Collections.nCopies(size, Optional.empty()));
        this.good = good;
        this.silent = silent;
        this.pace = pace;
        this.emitter = emitter;
    }

    /**
     * Asks.
     *
     * @param asked never fail
     * @param silent by index, who is not waited for
     * @return in the order of {@code asked}, empty for whoever was not waited for
     */
    static <T> Uni<List<Optional<T>>> of(List<Uni<T>> asked, Predicate<T> good, IntPredicate silent, Pace pace) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.createFrom().emitter(emitter -> {
            Gathering<T> gathering = new Gathering<>(asked.size(), good, silent, pace, emitter);
            emitter.onTermination(gathering.cancellations::run);
            IntStream.range(0, asked.size())
                    .forEach(index -> gathering.cancellations.keep(
                            asked.get(index).subscribe().with(answer -> gathering.came(index, answer))::cancel));
        });
    }

    private void came(int index, T answer) {
        boolean first;
        boolean complete;
        synchronized (this) {
            heard.set(index, Optional.of(answer));
            first = !settled && good.test(answer);
            settled |= first;
            complete = isComplete();
        }
        if (complete) {
            end();
        } else if (first) {
            var grace = pace.timer().schedule(this::end, pace.grace().toMillis(), TimeUnit.MILLISECONDS);
            cancellations.keep(() -> grace.cancel(false));
        }
    }

    private boolean isComplete() {
        return IntStream.range(0, heard.size())
                .allMatch(index -> heard.get(index).isPresent() || (settled && silent.test(index)));
    }

    private void end() {
        List<Optional<T>> all;
        synchronized (this) {
            all = List.copyOf(heard);
        }
        emitter.complete(all);
    }
}
