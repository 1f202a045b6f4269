package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** So many sockets are open at a time; the other tries stand in line, and their time does not run yet. */
final class Line {

    private final Queue<Place> waiting = new ArrayDeque<>();
    private int free;

    /**
     * With all places free.
     *
     * @param places one at least
     */
    Line(int places) {
        this.free = places;
    }

    /** Runs {@code work} when there is a place, and gives the place back when it ends, fails or is cancelled. */
    <T> Uni<T> pass(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Place place = new Place();
            return Uni.createFrom()
                    .<Boolean>emitter(emitter -> enter(place, emitter))
                    .chain(taken -> work.get())
                    .onTermination()
                    .invoke(() -> leave(place));
        });
    }

    private void enter(Place place, UniEmitter<? super Boolean> emitter) {
        synchronized (this) {
            place.owner = emitter;
            if (free == 0) {
                waiting.add(place);
                return;
            }
            free--;
            place.taken = true;
        }
        emitter.complete(true);
    }

    /** A place given to somebody who has just gone away comes back here as well. */
    private void leave(Place place) {
        UniEmitter<? super Boolean> next = release(place);
        if (next != null) {
            next.complete(true);
        }
    }

    private synchronized @Nullable UniEmitter<? super Boolean> release(Place place) {
        if (!place.taken) {
            waiting.remove(place);
            return null;
        }
        place.taken = false;
        Place next = waiting.poll();
        if (next == null) {
            free++;
            return null;
        }
        next.taken = true;
        return next.owner;
    }

    private static final class Place {
        private @Nullable UniEmitter<? super Boolean> owner;
        private boolean taken;
    }
}
