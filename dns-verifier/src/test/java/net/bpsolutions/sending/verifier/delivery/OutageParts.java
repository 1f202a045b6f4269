package net.bpsolutions.sending.verifier.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.ZoneServer;
import net.bpsolutions.sending.verifier.servers.ScriptedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** A broker, and a resolver that is well, silent or failing, as the last question for {@code <mood>.switch} said. */
public final class OutageParts implements QuarkusTestResourceLifecycleManager {

    private static final Path ZONES = Path.of("src", "test", "resources", "zones");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile String mood = "well";

    @Override
    public Map<String, String> start() {
        try {
            LocalKafka kafka = started(LocalKafka.start(Files.createTempDirectory("verifier-kafka"), 0));
            kafka.createTopics();
            ZoneServer dns = started(ZoneServer.start(ZONES, 0));
            DatagramSocket relay = started(new DatagramSocket());
            relay.setSoTimeout(2000);
            ScriptedResolver resolver =
                    started(new ScriptedResolver((query, reply) -> play(relay, dns.address(), query, reply)));
            return Map.of(
                    "kafka.bootstrap.servers",
                    kafka.bootstrapServers(),
                    "verifier.resolvers",
                    resolver.address().toString(),
                    "verifier.authoritative-port",
                    String.valueOf(dns.address().getPort()),
                    "verifier.deadline",
                    "PT3S",
                    "verifier.quick-look.timeout",
                    "PT0.2S",
                    "verifier.examination.timeout",
                    "PT0.2S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(DatagramSocket relay, InetSocketAddress truth, Message query, ScriptedResolver.Reply reply)
            throws IOException {
        String name = query.getQuestion().getName().toString(true);
        if (name.endsWith(".switch")) {
            mood = name.substring(0, name.indexOf('.'));
            reply.send(ScriptedResolver.blank(query).toWire());
            return;
        }
        switch (mood) {
            case "well" -> reply.send(relayed(relay, truth, query));
            case "failing" -> {
                Message failure = ScriptedResolver.blank(query);
                failure.getHeader().setRcode(Rcode.SERVFAIL);
                reply.send(failure.toWire());
            }
            default -> {}
        }
    }

    private static byte[] relayed(DatagramSocket relay, InetSocketAddress truth, Message query) throws IOException {
        byte[] wire = query.toWire();
        relay.send(new DatagramPacket(wire, wire.length, truth));
        DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
        relay.receive(answer);
        return Arrays.copyOf(answer.getData(), answer.getLength());
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
