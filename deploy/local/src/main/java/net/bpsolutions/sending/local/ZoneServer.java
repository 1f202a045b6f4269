package net.bpsolutions.sending.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;
import net.bpsolutions.sending.local.dns.DnsServer;

/**
 * The DNS of a small world of its own: authoritative over UDP and TCP for the {@code *.zone} files of a folder, and the
 * root above them, where nothing else exists. It follows aliases between its zones, so it serves as a resolver, too.
 */
public final class ZoneServer implements AutoCloseable {

    private final DnsServer server;

    private ZoneServer(DnsServer server) {
        this.server = server;
    }

    /**
     * Starts to answer. An edited, added or removed file counts within a second; one that cannot be read leaves its last
     * good version in force and a line on standard error.
     *
     * @param port 0 for any free port
     * @throws PortTakenException when somebody listens there, on UDP or TCP
     */
    public static ZoneServer start(Path zonesFolder, int port) {
        return start(zonesFolder, port, System.err::println);
    }

    /** The same with a place of your own for the lines about unreadable files. */
    public static ZoneServer start(Path zonesFolder, int port, Consumer<String> notices) {
        int chosen = Ports.claim(port, "DNS");
        if (Ports.isTakenForDatagrams(chosen)) {
            throw new PortTakenException(chosen, "DNS");
        }
        try {
            return new ZoneServer(new DnsServer(zonesFolder, chosen, notices));
        } catch (IOException e) {
            throw new UncheckedIOException("The DNS server did not start.", e);
        }
    }

    /** Where it answers, on UDP and TCP. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Reads what changed in the folder at once, for tests that will not wait. */
    public void reload() {
        server.reload();
    }

    @Override
    public void close() {
        server.close();
    }
}
