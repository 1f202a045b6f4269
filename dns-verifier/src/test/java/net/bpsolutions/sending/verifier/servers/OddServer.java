package net.bpsolutions.sending.verifier.servers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/** A DNS server that does not behave, over real sockets. */
public final class OddServer implements AutoCloseable {

    /** What it does to every question. */
    public enum Manner {
        /** Gives what the other server gives. */
        PASSING,

        /** The same without AA, as a resolver does. */
        RESOLVING,

        SERVFAIL,
        REFUSED,
        NOTIMP,
        SILENT,

        /** Denies that anything exists, with authority. */
        ABSENT,

        /** Tells the truth only to those who ask without EDNS. */
        WITHOUT_EDNS,

        /** Answers without AA and without anything else. */
        LAME,

        /** Refers to the root. */
        REFERRING_UPWARDS,

        /** Sets CD apart: names with a label that begins with "bogus" come only to those who set it. */
        VALIDATING,

        /** Fails for names with a label that begins with "lost", with CD and without. */
        FAILING,

        // What is not a reply; nothing else comes.
        WRONG_ID,
        WRONG_QUESTION,
        SEVERAL_QUESTIONS,
        QR_CLEAR,
        OTHER_OPCODE,
        COMPRESSION_LOOP,
        FROM_ANOTHER_PORT,
        LATE,

        // The same, and then the truth.
        LIES_FIRST,
        DUPLICATE,
        SLOW,

        /** More over UDP than it was allowed, and the truth over TCP. */
        OVERSIZED,

        /** Says nothing but "truncated" over UDP, and the truth over TCP. */
        TRUNCATING,

        // The same, but over TCP it …
        TRUNCATING_AND_REFUSING,
        TRUNCATING_AND_HANGING,
        TRUNCATING_AND_DRIPPING,
        TRUNCATING_AND_CLOSING,
        TRUNCATING_AND_BREAKING_OFF,

        /** Denies every other time. */
        FLIP_FLOP,

        /** Denies the first question about each name. */
        CATCHING_UP
    }

    private final DatagramSocket udp;
    private final DatagramSocket elsewhere;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final OddReplies replies;
    private final OddStream stream;
    private final AtomicInteger asked = new AtomicInteger();

    /** On the port of the truth, at another address. */
    public OddServer(String ip, InetSocketAddress truth, Manner manner) throws IOException {
        this(new InetSocketAddress(InetAddress.getByName(ip), truth.getPort()), truth, manner);
    }

    /**
     * Anywhere.
     *
     * @param truth the server that behaves
     */
    public OddServer(InetSocketAddress own, InetSocketAddress truth, Manner manner) throws IOException {
        this.udp = new DatagramSocket(own);
        this.elsewhere = new DatagramSocket(0, own.getAddress());
        this.replies = new OddReplies(truth, manner);
        this.stream = new OddStream(own, truth, manner, clock);
        Thread.ofVirtual().start(this::datagrams);
    }

    /** How many datagrams it got. */
    public int asked() {
        return asked.get();
    }

    private void datagrams() {
        byte[] buffer = new byte[4096];
        try {
            while (!udp.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                asked.incrementAndGet();
                byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
                Thread.ofVirtual().start(() -> answer(query, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            udp.close();
        }
    }

    private void answer(byte[] query, SocketAddress asker) {
        try {
            for (OddReplies.Packet packet : replies.to(new Message(query))) {
                var _ = clock.schedule(() -> send(packet, asker), packet.afterMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException truthIsGone) {
            udp.isClosed();
        }
    }

    private void send(OddReplies.Packet packet, SocketAddress asker) {
        try {
            DatagramSocket from = packet.fromElsewhere() ? elsewhere : udp;
            from.send(new DatagramPacket(packet.bytes(), packet.bytes().length, asker));
        } catch (IOException closed) {
            udp.isClosed();
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        elsewhere.close();
        stream.close();
        clock.shutdownNow();
    }
}
