package net.bpsolutions.sending.verifier.quicklook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many in at a time, the others wait in line: packets beyond what sockets hold would only be lost. */
final class Gate {

    private final Queue<Ticket> waiting = new ArrayDeque<>();
    private int free;

    /**
     * With all places free.
     *
     * @param places one at least
     */
    Gate(int places) {
        this.free = places;
    }

    /** Runs {@code work} when there is a place, and gives the place back when it ends, fails or is cancelled. */
    <T> Uni<T> pass(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Ticket ticket = new Ticket();
            return Uni.createFrom()
                    .<Boolean>emitter(emitter -> enter(ticket, emitter))
                    .chain(admitted -> work.get())
                    .onTermination()
                    .invoke(() -> leave(ticket));
        });
    }

    private void enter(Ticket ticket, UniEmitter<? super Boolean> emitter) {
        ticket.emitter = emitter;
        synchronized (this) {
            if (free == 0) {
                waiting.add(ticket);
                return;
            }
            free--;
            ticket.admitted = true;
        }
        emitter.complete(true);
    }

    private void leave(Ticket ticket) {
        Ticket next;
        synchronized (this) {
            if (!ticket.admitted) {
                waiting.remove(ticket);
                return;
            }
            ticket.admitted = false;
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
            next.admitted = true;
        }
        next.admit();
    }

    private static final class Ticket {
        private @Nullable UniEmitter<? super Boolean> emitter;
        private boolean admitted;

        void admit() {
            if (emitter != null) {
                emitter.complete(true);
            }
        }
    }
}
