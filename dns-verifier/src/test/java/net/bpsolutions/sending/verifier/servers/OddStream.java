package net.bpsolutions.sending.verifier.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.verifier.servers.OddServer.Manner;

/** The TCP side of an {@link OddServer}: the truth, unless its manner is about TCP. */
final class OddStream implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final int DRIP_MILLIS = 100;

    private final ServerSocket server = new ServerSocket();
    private final InetSocketAddress truth;
    private final Manner manner;
    private final ScheduledExecutorService clock;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    OddStream(InetSocketAddress own, InetSocketAddress truth, Manner manner, ScheduledExecutorService clock)
            throws IOException {
        this.truth = truth;
        this.manner = manner;
        this.clock = clock;
        if (manner != Manner.TRUNCATING_AND_REFUSING) {
            server.bind(own, BACKLOG);
            Thread.ofVirtual().start(this::accept);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            server.isClosed();
        }
    }

    private void serve(Socket client) {
        try {
            switch (manner) {
                case SILENT, TRUNCATING_AND_HANGING -> client.getInputStream().read();
                case TRUNCATING_AND_CLOSING -> client.close();
                case TRUNCATING_AND_BREAKING_OFF -> breakOff(client);
                case TRUNCATING_AND_DRIPPING -> drip(client);
                default -> relayAll(client);
            }
        } catch (IOException gone) {
            server.isClosed();
        }
    }

    private static void breakOff(Socket client) throws IOException {
        message(client);
        client.getOutputStream().write(new byte[] {2, 0, 1, 2, 3});
        client.close();
    }

    private void drip(Socket client) throws IOException {
        message(client);
        client.getOutputStream().write(new byte[] {2, 0});
        var _ = clock.scheduleWithFixedDelay(() -> drop(client), 0, DRIP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void drop(Socket client) {
        try {
            client.getOutputStream().write(0);
        } catch (IOException closed) {
            throw new IllegalStateException("nobody listens any more", closed);
        }
    }

    /** Askers may send several questions on one connection (RFC 7766 section 6.2.1). */
    private void relayAll(Socket client) throws IOException {
        try (client;
                Socket behaved = new Socket(truth.getAddress(), truth.getPort())) {
            while (!server.isClosed()) {
                relay(client, behaved);
                relay(behaved, client);
            }
        }
    }

    private static void relay(Socket from, Socket to) throws IOException {
        byte[] message = message(from);
        DataOutputStream out = new DataOutputStream(to.getOutputStream());
        out.writeShort(message.length);
        out.write(message);
        out.flush();
    }

    private static byte[] message(Socket from) throws IOException {
        DataInputStream in = new DataInputStream(from.getInputStream());
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return message;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
