package net.bpsolutions.sending.verifier.servers;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.bpsolutions.sending.local.ZoneServer;
import net.bpsolutions.sending.verifier.examination.Examiner;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import net.bpsolutions.sending.verifier.servers.OddServer.Manner;

/** A server that behaves and zones for it, odd servers at other loopback addresses, and somebody to ask them. */
public final class SmallNet implements AutoCloseable {

    private final Path zones;
    private final ZoneServer truth;
    private final EventLoopGroup loops = new NioEventLoopGroup(2);
    private final Deque<OddServer> servers = new ArrayDeque<>();

    /** Knows the mail provider already. */
    public SmallNet(Path zones) throws IOException {
        this.zones = zones;
        Path provider = Path.of("src", "test", "resources", "casebook", "shared", "mandrillapp.com.zone");
        Files.copy(provider, zones.resolve(provider.getFileName()));
        this.truth = ZoneServer.start(zones, 0);
    }

    /** Where the server is that behaves. */
    public InetSocketAddress truth() {
        return truth.address();
    }

    /** Adds or replaces a zone. */
    public void zone(String origin, String records) {
        try {
            Path draft = Files.writeString(zones.resolve(origin + ".draft"), records);
            Files.move(draft, zones.resolve(origin + ".zone"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        truth.reload();
    }

    /** A server that does not behave. */
    public OddServer odd(String ip, Manner manner) throws IOException {
        return odd(ip, truth(), manner);
    }

    /** The same before a truth of its own. */
    public OddServer odd(String ip, InetSocketAddress before, Manner manner) throws IOException {
        OddServer server = new OddServer(new InetSocketAddress(ip, truth().getPort()), before, manner);
        servers.push(server);
        return server;
    }

    /** Asks the resolvers at these addresses, and is not patient. */
    public Examiner examiner(Duration timeout, String... resolvers) {
        return new Examiner(
                loops,
                Clock.systemUTC(),
                new Examiner.Settings(
                        Stream.of(resolvers)
                                .map(ip -> new ServerAddress(ip, truth().getPort()))
                                .toList(),
                        truth().getPort(),
                        timeout,
                        2));
    }

    @Override
    public void close() throws IOException {
        for (OddServer server : servers) {
            server.close();
        }
        truth.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
