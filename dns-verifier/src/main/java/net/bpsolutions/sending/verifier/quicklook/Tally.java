package net.bpsolutions.sending.verifier.quicklook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of questions to resolvers, since the start. */
public final class Tally {

    private final LongAdder answered = new LongAdder();
    private final LongAdder unusable = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final AtomicInteger resting = new AtomicInteger();

    /** Tries with a usable answer. */
    public long answered() {
        return answered.sum();
    }

    /** Tries with an answer nobody can use: SERVFAIL, REFUSED, truncated, broken. */
    public long unusable() {
        return unusable.sum();
    }

    /** Tries without an answer. */
    public long lost() {
        return lost.sum();
    }

    /** Questions asked again, each time counted. */
    public long retried() {
        return retried.sum();
    }

    /** Resolvers that do not answer and are asked now and then only. */
    public int resting() {
        return resting.get();
    }

    void countAnswered() {
        answered.increment();
    }

    void countUnusable() {
        unusable.increment();
    }

    void countLost(int tries) {
        lost.add(tries);
    }

    void countRetried() {
        retried.increment();
    }

    void countResting(int change) {
        resting.addAndGet(change);
    }
}
