package net.bpsolutions.sending.verifier.examination;

import java.util.ArrayList;
import java.util.List;

/** What is to be called off when nobody waits for it any more; what comes too late for that is called off at once. */
final class Cancellations {

    private final List<Runnable> kept = new ArrayList<>();
    private boolean over;

    void keep(Runnable cancellation) {
        synchronized (this) {
            if (!over) {
                kept.add(cancellation);
                return;
            }
        }
        cancellation.run();
    }

    void run() {
        List<Runnable> all;
        synchronized (this) {
            over = true;
            all = List.copyOf(kept);
        }
        all.forEach(Runnable::run);
    }

    synchronized boolean isOver() {
        return over;
    }
}
