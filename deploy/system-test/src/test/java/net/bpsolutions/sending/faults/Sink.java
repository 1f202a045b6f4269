package net.bpsolutions.sending.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bpsolutions.sending.local.Ports;

/** A relay that keeps every octet it gets, misbehaves as {@link Mischief} says, and can go away, hang and crawl. */
final class Sink implements AutoCloseable {

    /** What a reply answers. */
    enum Phase {
        CONNECTION,
        HELLO,
        SENDER,
        RECIPIENT,
        DATA,
        END
    }

    private final Path log;
    private final Mischief mischief;
    private final int port;
    private final List<History.Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile Set<Phase> hanging = Set.of();
    private volatile long hangUntil;
    private volatile long crawlNanos;

    Sink(Path log, Mischief mischief) {
        this.log = log;
        this.mischief = mischief;
        this.server = listening(Ports.free());
        this.port = server.getLocalPort();
        accept(server);
    }

    int port() {
        return port;
    }

    List<History.Received> received() {
        return List.copyOf(received);
    }

    /** The permanent replies to recipients, by recipient. */
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /** Nobody listens, and every connection is cut. */
    void goAway() {
        quietly(server);
        connections.forEach(Sink::quietly);
    }

    void comeBack() {
        server = listening(port);
        accept(server);
    }

    /** Leaves what belongs to {@code phase} unanswered for so long. */
    void hang(Phase phase, Duration pause) {
        hangUntil = System.nanoTime() + pause.toNanos();
        hanging = Set.of(phase);
    }

    /** Each reply takes so long from now on. */
    void crawl(Duration each) {
        crawlNanos = each.toNanos();
    }

    private static ServerSocket listening(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket connection = listening.accept();
                    connections.add(connection);
                    Thread.ofVirtual().start(() -> talk(connection));
                }
            } catch (IOException closed) {
                // It went away.
            }
        });
    }

    private void talk(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new Conversation(this, mischief, connection).run();
        } catch (IOException gone) {
            // The other side, or ours, has hung up.
        } finally {
            connections.remove(connection);
        }
    }

    synchronized void keep(byte[] content, History.Received mail) throws IOException {
        received.add(mail);
        Files.write(
                log,
                ("== " + mail.at() + " to " + mail.recipient() + "\n").getBytes(ISO_8859_1),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.write(log, content, StandardOpenOption.APPEND);
    }

    void refuse(String recipient, String reply) {
        refused.put(recipient, reply);
    }

    /** For how long the next reply is to be held back, in nanoseconds. */
    long silence(Phase phase) {
        long hang = hanging.contains(phase) ? hangUntil - System.nanoTime() : 0;
        return Math.max(hang, crawlNanos);
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception gone) {
            // Closed either way.
        }
    }

    @Override
    public void close() {
        goAway();
    }
}
