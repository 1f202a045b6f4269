package net.bpsolutions.sending.verifier.quicklook;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.random.RandomGenerator;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The courier's plan: who waits, who is sent to whom, what is lost and tried again. Belongs to one thread. */
final class Rounds implements Port.Receiver {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Lookup LOST = new Lookup.Unavailable(Reason.TIMEOUT, "");
    private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(120).toNanos();

    private final List<Upstream> upstreams;
    private final long timeout;
    private final Window window;
    private final RandomGenerator random;
    private final ByteBuffer buffer;
    private final Tally tally;
    private final Queue<Errand> waiting = new ArrayDeque<>();
    private final Queue<Errand> again = new PriorityQueue<>(Comparator.comparingLong(Errand::due));
    private int turn;

    /** What it works with. */
    record Means(List<Upstream> upstreams, ByteBuffer buffer, Tally tally) {}

    Rounds(Means means, Duration timeout, Window window, RandomGenerator random) {
        this.upstreams = means.upstreams();
        this.tally = means.tally();
        this.buffer = means.buffer();
        this.timeout = timeout.toNanos();
        this.window = window;
        this.random = random;
    }

    /** Puts it in line; sending is left to {@link #send}, so that an answer may ask the next question. */
    void take(Errand errand) {
        waiting.add(errand);
    }

    boolean isIdle() {
        return window.isIdle() && waiting.isEmpty() && again.isEmpty();
    }

    /** Sends as many as may be under way. */
    void send() {
        while (window.isOpen() && !waiting.isEmpty()) {
            send(waiting.remove());
        }
    }

    private void send(Errand errand) {
        long now = System.nanoTime();
        Upstream upstream = choose(errand.last(), now);
        errand.dueAt(now + timeout);
        errand.sentTo(upstream);
        upstream.probedUntil(errand.due());
        Port port = upstream.port();
        try {
            port.send(errand, buffer);
            window.sent();
        } catch (IOException broken) {
            failed(port, broken);
            tally.countLost(1);
            ended(errand, LOST);
        }
    }

    /** The next in turn that answers and was not asked just now; when none is left, the next in turn. */
    private Upstream choose(@Nullable Upstream last, long now) {
        int first = turn++;
        for (int each = 0; each < upstreams.size(); each++) {
            Upstream upstream = upstreams.get(Math.floorMod(first + each, upstreams.size()));
            if (upstream != last && !upstream.isResting(now)) {
                return upstream;
            }
        }
        Upstream any = upstreams.get(Math.floorMod(first, upstreams.size()));
        return any == last && upstreams.size() > 1 ? upstreams.get(Math.floorMod(first + 1, upstreams.size())) : any;
    }

    @Override
    public void received(Upstream upstream, Errand errand, Lookup lookup) {
        window.answered();
        upstream.answered();
        if (lookup instanceof Lookup.Unavailable) {
            tally.countUnusable();
        } else {
            tally.countAnswered();
        }
        ended(errand, lookup);
    }

    /** A socket does not work: what was under way there is lost. */
    void failed(Port port, IOException why) {
        long now = System.nanoTime();
        if (why instanceof PortUnreachableException) {
            port.upstream().unreachable(now);
        } else {
            port.upstream().lost(now);
        }
        lost(port.failed(why));
    }

    /** Looks for what takes too long, and for what is to be tried again. */
    void tick(long now) {
        for (Upstream upstream : upstreams) {
            for (Port port : upstream.ports()) {
                List<Errand> overdue = port.overdue(now);
                if (!overdue.isEmpty()) {
                    upstream.lost(now);
                    lost(overdue);
                }
            }
        }
        while (!again.isEmpty() && now - again.element().due() >= 0) {
            waiting.add(again.remove());
        }
        while (!waiting.isEmpty() && waiting.element().isGivenUp(now)) {
            end(waiting.remove());
        }
    }

    private void lost(List<Errand> errands) {
        window.lost(errands.size());
        tally.countLost(errands.size());
        errands.forEach(errand -> ended(errand, LOST));
    }

    /** A try ended; after a pause of its own length everyone tries again, so that not all do at once. */
    private void ended(Errand errand, Lookup lookup) {
        boolean more = errand.wantsMore(lookup);
        if (more && isWorthAnother(lookup)) {
            tally.countRetried();
            errand.dueAt(System.nanoTime() + random.nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
            again.add(errand);
        } else {
            end(errand);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isWorthAnother(Lookup lookup) {
        return lookup instanceof Lookup.Unavailable && lookup != WireReply.WHOLE_OVER_TCP_ONLY;
    }

    private static void end(Errand errand) {
        try {
            errand.end();
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("an answer could not be taken", bug);
        }
    }

    void close() {
        upstreams.forEach(upstream -> upstream.ports().forEach(Port::close));
    }
}
