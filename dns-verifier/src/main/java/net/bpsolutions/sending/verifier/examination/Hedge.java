package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Attempts at the same thing: the next begins when the one before has had its time, or at once when that came to nothing; all
 * are listened to, and the first good outcome ends it.
 */
final class Hedge<T> {

    private final List<Supplier<Uni<T>>> attempts;
    private final Predicate<T> good;
    private final Pace pace;
    private final UniEmitter<? super T> emitter;
    private final Cancellations cancellations = new Cancellations();
    private int begun;
    private int ended;
    private @Nullable T poor;

    private Hedge(List<Supplier<Uni<T>>> attempts, Predicate<T> good, Pace pace, UniEmitter<? super T> emitter) {
        this.attempts = attempts;
        this.good = good;
        this.pace = pace;
        this.emitter = emitter;
    }

    /**
     * Begins with the first attempt.
     *
     * @param attempts one at least
     * @return an outcome that is not good only when there is no better; fails when all have failed
     */
    static <T> Uni<T> of(List<Supplier<Uni<T>>> attempts, Predicate<T> good, Pace pace) {
        return Uni.createFrom().emitter(emitter -> {
            Hedge<T> hedge = new Hedge<>(attempts, good, pace, emitter);
            emitter.onTermination(hedge.cancellations::run);
            hedge.begin(0);
        });
    }

    private void begin(int index) {
        synchronized (this) {
            if (cancellations.isOver() || begun != index || index == attempts.size()) {
                return;
            }
            begun++;
        }
        Cancellable attempt = attempts.get(index).get().subscribe().with(this::came, this::failed);
        cancellations.keep(attempt::cancel);
        if (index + 1 < attempts.size()) {
            Duration pause = pace.pause();
            ScheduledFuture<?> next =
                    pace.timer().schedule(() -> begin(index + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
            cancellations.keep(() -> next.cancel(false));
        }
    }

    private void came(T outcome) {
        if (good.test(outcome)) {
            emitter.complete(outcome);
            return;
        }
        synchronized (this) {
            poor = outcome;
        }
        failed(new IllegalStateException("not good"));
    }

    private void failed(Throwable why) {
        int next;
        T last;
        synchronized (this) {
            ended++;
            next = begun;
            if (next == attempts.size() && ended < begun) {
                return;
            }
            last = poor;
        }
        if (next < attempts.size()) {
            begin(next);
        } else if (last == null) {
            emitter.fail(why);
        } else {
            emitter.complete(last);
        }
    }
}
