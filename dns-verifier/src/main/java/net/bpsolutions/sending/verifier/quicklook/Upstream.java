package net.bpsolutions.sending.verifier.quicklook;

import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** One resolver: its sockets, and a short memory of whether it answers. One that does not is asked now and then only. */
final class Upstream {

    private static final int SOCKETS = 4;
    private static final int STRIKES = 3;
    private static final int MOST_DOUBLINGS = 4;
    private static final long SHORTEST_REST = Duration.ofMillis(500).toNanos();

    private final List<Port> ports;
    private final Tally tally;
    private int turn;
    private int strikes;
    private long restUntil;

    Upstream(ServerAddress server, Selector selector, Ids ids, Tally tally) {
        this.tally = tally;
        this.ports = IntStream.range(0, SOCKETS)
                .mapToObj(each -> new Port(server, this, selector, ids))
                .toList();
    }

    List<Port> ports() {
        return ports;
    }

    /** The next in turn, so that guessing is spread over all. */
    Port port() {
        Port port = ports.get(turn++ & SOCKETS - 1);
        for (int other = 1; port.isSpent() && other < SOCKETS; other++) {
            port = ports.get(turn++ & SOCKETS - 1);
        }
        return port;
    }

    /** Whether it had better not be asked. */
    boolean isResting(long now) {
        return strikes >= STRIKES && now - restUntil < 0;
    }

    private boolean isDoubtful() {
        return strikes >= STRIKES;
    }

    /** One question tells whether it is back; the others go elsewhere until then. */
    void probedUntil(long answerDue) {
        if (isDoubtful()) {
            restUntil = answerDue;
        }
    }

    void answered() {
        if (isDoubtful()) {
            tally.countResting(-1);
        }
        strikes = 0;
    }

    /** A question was lost; those that were lost together count once. */
    void lost(long now) {
        if (!isResting(now)) {
            strikes++;
            if (strikes == STRIKES) {
                tally.countResting(1);
            }
            int doublings = Math.clamp(strikes - (long) STRIKES, 0, MOST_DOUBLINGS);
            restUntil = now + (SHORTEST_REST << doublings);
        }
    }

    /** Nobody listens there: no need to lose more questions to know. */
    void unreachable(long now) {
        strikes = isDoubtful() ? strikes : STRIKES - 1;
        lost(now);
    }
}
