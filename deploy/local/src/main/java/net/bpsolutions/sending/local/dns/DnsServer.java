package net.bpsolutions.sending.local.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** UDP and TCP on one port, over a folder of zone files that is looked at five times a second. */
public final class DnsServer implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;

    private final ZoneFolder zones;
    private final TcpListener tcp;
    private final UdpListener udp;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("zone-files").factory());
    private final ScheduledFuture<?> looking;

    /** @param port 0 for any port that is free for both */
    public DnsServer(Path folder, int port, Consumer<String> notices) throws IOException {
        zones = new ZoneFolder(folder, notices);
        zones.refresh();
        Responder responder = new Responder(zones::world);
        tcp = new TcpListener(loopback(port), responder);
        try {
            udp = new UdpListener(loopback(tcp.port()), responder);
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
        looking = clock.scheduleWithFixedDelay(zones::refresh, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public InetSocketAddress address() {
        return loopback(tcp.port());
    }

    /** Reads what changed in the folder now instead of within the next moments. */
    public void reload() {
        zones.refresh();
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
