package net.bpsolutions.sending.verifier.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.ZoneServer;
import net.bpsolutions.sending.verifier.servers.MoodyResolver;
import net.bpsolutions.sending.verifier.servers.OddServer;
import net.bpsolutions.sending.verifier.servers.OddServer.Manner;

/** A broker, a DNS server over the zones of the test, and servers that misbehave on other loopback addresses. */
public final class LocalParts implements QuarkusTestResourceLifecycleManager {

    private static final Path ZONES = Path.of("src", "test", "resources", "zones");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    @Override
    public Map<String, String> start() {
        try {
            LocalKafka kafka = started(LocalKafka.start(Files.createTempDirectory("verifier-kafka"), 0));
            kafka.createTopics();
            ZoneServer dns = started(ZoneServer.start(zones(), 0));
            InetSocketAddress truth = dns.address();
            started(new OddServer("127.0.0.2", truth, Manner.SERVFAIL));
            started(new OddServer("127.0.0.3", truth, Manner.SILENT));
            started(new OddServer("127.0.0.4", truth, Manner.ABSENT));
            started(new OddServer("127.0.0.5", truth, Manner.TRUNCATING));
            started(new OddServer("127.0.0.6", truth, Manner.REFUSED));
            MoodyResolver resolver = started(new MoodyResolver(truth));
            return Map.of(
                    "kafka.bootstrap.servers", kafka.bootstrapServers(),
                    "verifier.resolvers", resolver.address().toString(),
                    "verifier.authoritative-port", String.valueOf(truth.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zones() throws IOException {
        Path zones = Files.createTempDirectory("verifier-zones");
        try (Stream<Path> files = Files.list(ZONES)) {
            for (Path zone : files.toList()) {
                Files.copy(zone, zones.resolve(zone.getFileName()));
            }
        }
        Files.writeString(zones.resolve("swollen.example.zone"), swollen());
        return zones;
    }

    /** Twenty policies full of octets that are six characters each in JSON. */
    private static String swollen() {
        String octets = "\"" + "\\001".repeat(170) + "\" ";
        return "@ NS ns1\nns1 A 127.0.0.1\n"
                + IntStream.range(0, 20)
                        .mapToObj(
                                index -> "_dmarc TXT \"v=DMARC1; p=none; x=" + index + "\" " + octets.repeat(3) + "\n")
                        .collect(Collectors.joining());
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void stop() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
