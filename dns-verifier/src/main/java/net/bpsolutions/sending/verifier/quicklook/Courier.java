package net.bpsolutions.sending.verifier.quicklook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.jboss.logging.Logger;

/**
 * Carries questions to resolvers and answers back, all on one thread of its own: nothing is handed over, locked or timed
 * on the way of a packet. Answers are given on that thread, too.
 */
public final class Courier implements Asking, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int RECEIVE_BUFFER = 4096;
    private static final int BATCH = 64;
    private static final int TICK_MILLIS = 10;
    private static final long TICK = Duration.ofMillis(TICK_MILLIS).toNanos();

    private final Tally tally = new Tally();
    private final Selector selector;
    private final Rounds rounds;
    private final int tries;
    private final Thread thread;
    private final Queue<Errand> incoming = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(RECEIVE_BUFFER);
    private final byte[] copy = new byte[Query.UDP_PAYLOAD];
    private volatile boolean closed;
    private long nextTick = System.nanoTime();

    /**
     * Ready to ask.
     *
     * @param resolvers asked in turn; one at least
     * @param timeout of one try
     * @param retries after the first try, each at another resolver where there is one
     * @param inFlight questions under way at a time; the others wait in line
     */
    public Courier(List<ServerAddress> resolvers, Duration timeout, int retries, int inFlight) {
        try {
            this.selector = Selector.open();
        } catch (IOException noDescriptors) {
            throw new UncheckedIOException(noDescriptors);
        }
        SecureRandom random = new SecureRandom();
        Ids ids = new Ids(random);
        List<Upstream> upstreams = resolvers.stream()
                .map(resolver -> new Upstream(resolver, selector, ids, tally))
                .toList();
        this.rounds = new Rounds(new Rounds.Means(upstreams, buffer, tally), timeout, new Window(inFlight), random);
        this.tries = retries + 1;
        this.thread = Thread.ofPlatform().name("dns-quick-look").daemon().start(this::run);
    }

    /** What became of the questions. */
    public Tally tally() {
        return tally;
    }

    @Override
    public void ask(Question question, Duration patience, Consumer<Lookup> then) {
        Errand errand = new Errand(new Query(question), System.nanoTime() + patience.toNanos(), tries, then);
        if (Thread.currentThread() == thread) {
            rounds.take(errand);
            return;
        }
        incoming.add(errand);
        if (asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    /** Ends the thread; what is under way is never answered. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    private void run() {
        while (!closed) {
            try {
                turn();
            } catch (IOException | RuntimeException bug) {
                LOG.error("a turn failed; what it was about is lost and asked again", bug);
            }
        }
        rounds.close();
    }

    private void turn() throws IOException {
        asleep.set(true);
        if (incoming.isEmpty()) {
            selector.select(this::receive, rounds.isIdle() ? 0 : TICK_MILLIS);
        } else {
            selector.selectNow(this::receive);
        }
        asleep.set(false);
        for (Errand errand = incoming.poll(); errand != null; errand = incoming.poll()) {
            rounds.take(errand);
        }
        long now = System.nanoTime();
        if (now - nextTick >= 0) {
            rounds.tick(now);
            nextTick = now + TICK;
        }
        rounds.send();
    }

    private void receive(SelectionKey key) {
        if (key.attachment() instanceof Port port) {
            try {
                for (int each = 0; each < BATCH && port.receive(buffer, copy, rounds); each++) {
                    rounds.send();
                }
            } catch (IOException broken) {
                rounds.failed(port, broken);
            }
        }
    }
}
