package net.bpsolutions.sending.verifier.quicklook;

import java.util.function.Consumer;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.jspecify.annotations.Nullable;

/** A question on its way, from being asked to being answered; in the hands of one thread. */
final class Errand {

    private final Query query;
    private final long until;
    private final Consumer<Lookup> then;
    private int left;
    private long due;
    private Lookup outcome = new Lookup.Unavailable(Reason.TIMEOUT, "");
    private @Nullable Upstream last;

    /**
     * Not sent yet.
     *
     * @param until when it is given up, in {@code System.nanoTime()}
     * @param tries one at least
     */
    Errand(Query query, long until, int tries, Consumer<Lookup> then) {
        this.query = query;
        this.until = until;
        this.left = tries;
        this.then = then;
    }

    Query query() {
        return query;
    }

    /** Whom it was last sent to; nobody at first. */
    @Nullable Upstream last() {
        return last;
    }

    /** When it is sent again, or the try under way is over. */
    long due() {
        return due;
    }

    void dueAt(long nanos) {
        due = nanos;
    }

    void sentTo(Upstream upstream) {
        last = upstream;
        left--;
    }

    /** Remembers how it went; whether it is to be tried again. */
    boolean wantsMore(Lookup seen) {
        outcome = seen;
        return left > 0;
    }

    boolean isGivenUp(long now) {
        return now - until >= 0;
    }

    void end() {
        then.accept(outcome);
    }
}
