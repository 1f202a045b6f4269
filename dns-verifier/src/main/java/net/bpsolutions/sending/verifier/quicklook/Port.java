package net.bpsolutions.sending.verifier.quicklook;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * One socket to one resolver. It is connected: the system lets in nothing that comes from elsewhere (RFC 5452 §9.1), and
 * tells when nobody listens there. Its port is the system's random choice and changes with every so many questions.
 */
final class Port {

    /** The system may give less. */
    private static final int RECEIVE_BUFFER = 1 << 20;

    /** To twice as many are asked from one port: far below what a guesser needs to try all of its ids. */
    private static final int FEWEST_QUESTIONS = 10_000;

    private final ServerAddress server;
    private final Upstream upstream;
    private final Selector selector;
    private final Ids ids;

    /** By id, the longest under way first. */
    private final Map<Integer, Errand> pending = new LinkedHashMap<>();

    private @Nullable DatagramChannel channel;
    private int left;

    Port(ServerAddress server, Upstream upstream, Selector selector, Ids ids) {
        this.server = server;
        this.upstream = upstream;
        this.selector = selector;
        this.ids = ids;
    }

    /** What came in. */
    interface Receiver {

        /** Called for a reply to one of the questions under way. */
        void received(Upstream upstream, Errand errand, Lookup lookup);
    }

    /** Sends it; it is under way then until it is received or lost. */
    void send(Errand errand, ByteBuffer buffer) throws IOException {
        DatagramChannel open = open();
        int id = ids.next();
        while (pending.containsKey(id)) {
            id = ids.next();
        }
        errand.query().write(id, buffer.clear());
        if (open.write(buffer.flip()) == 0) {
            throw new IOException("the send buffer is full");
        }
        left--;
        pending.put(id, errand);
    }

    /** Takes in one datagram; false when there is none. */
    boolean receive(ByteBuffer buffer, byte[] copy, Receiver receiver) throws IOException {
        DatagramChannel open = channel;
        if (open == null || open.read(buffer.clear()) == 0) {
            return false;
        }
        int length = buffer.flip().remaining();
        if (length < Query.HEADER || length > Query.UDP_PAYLOAD) {
            return true;
        }
        buffer.get(copy, 0, length);
        Octets message = new Octets(copy, length);
        int id = message.pair(0);
        Errand errand = pending.get(id);
        if (errand != null) {
            Optional<Lookup> lookup = WireReply.read(message, errand.query());
            if (lookup.isPresent()) {
                pending.remove(id);
                receiver.received(upstream, errand, lookup.get());
            }
        }
        return true;
    }

    /** Those whose time is over; they are not under way any more. */
    List<Errand> overdue(long now) {
        List<Errand> lost = new ArrayList<>();
        Iterator<Errand> eldest = pending.values().iterator();
        while (eldest.hasNext()) {
            Errand errand = eldest.next();
            if (now - errand.due() < 0) {
                break;
            }
            eldest.remove();
            lost.add(errand);
        }
        return lost;
    }

    /** Those that were under way when the socket failed. It is opened anew, unless only nobody listened. */
    List<Errand> failed(IOException why) {
        List<Errand> lost = List.copyOf(pending.values());
        pending.clear();
        if (!(why instanceof PortUnreachableException)) {
            close();
        }
        return lost;
    }

    Upstream upstream() {
        return upstream;
    }

    /** Whether it waits for its last answers, to be opened anew then. */
    boolean isSpent() {
        return left <= 0 && !pending.isEmpty();
    }

    void close() {
        DatagramChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                left = 0;
            }
        }
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel open = channel;
        if (open != null && (left > 0 || !pending.isEmpty())) {
            return open;
        }
        close();
        DatagramChannel fresh = DatagramChannel.open();
        channel = fresh;
        left = FEWEST_QUESTIONS + ids.next() % FEWEST_QUESTIONS;
        fresh.configureBlocking(false);
        fresh.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        fresh.connect(server.socket());
        fresh.register(selector, SelectionKey.OP_READ, this);
        return fresh;
    }
}
