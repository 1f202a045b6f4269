package net.bpsolutions.sending.gateway.parts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.RelayStandIn;
import net.bpsolutions.sending.local.ZoneServer;
import org.jspecify.annotations.Nullable;

/** Starts the parts once for all component tests, with pauses short enough to be waited for. */
public final class EmbeddedParts implements QuarkusTestResourceLifecycleManager {

    private static @Nullable LocalKafka kafka;
    private static @Nullable Database database;
    private static @Nullable Relay relay;
    private static @Nullable Bus bus;
    private static @Nullable Accounts accounts;
    private static @Nullable ZoneServer zones;
    private static @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            Path fresh = Files.createTempDirectory("gateway-parts");
            folder = fresh;
            return start(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> start(Path folder) throws IOException {
        Database tables = new Database(folder.resolve("postgres"));
        database = tables;
        LocalKafka broker = LocalKafka.start(folder.resolve("kafka"), 0);
        kafka = broker;
        broker.createTopics();
        Relay mails = new Relay(RelayStandIn.start(folder.resolve("mails"), 0, RelayStandIn.NO_PAGE), folder);
        relay = mails;
        bus = new Bus(broker.bootstrapServers());
        Accounts own = new Accounts(Files.createDirectory(folder.resolve("accounts")));
        accounts = own;
        ZoneServer names = ZoneServer.start(Files.createDirectories(folder.resolve("zones")), 0);
        zones = names;
        SigningKeys keys = SigningKeys.in(folder);
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("gateway.inbound.port", "0"),
                Map.entry(
                        "gateway.authentication.resolvers",
                        "127.0.0.1:" + names.address().getPort()),
                Map.entry("gateway.replies.unmatched-to", "person@bp-solutions.net"),
                Map.entry("gateway.database.port", Integer.toString(tables.port())),
                Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                Map.entry("gateway.relay.port", Integer.toString(mails.port())),
                Map.entry("gateway.own-accounts.folder", own.folder().toString()),
                Map.entry("gateway.ledger.poll-interval", "100ms"),
                Map.entry("gateway.ledger.taken-at-once", "256K"),
                Map.entry("gateway.ledger.first-pause", "300ms"),
                Map.entry("gateway.ledger.longest-pause", "1s"),
                Map.entry("gateway.ledger.longest-relay-pause", "1s"),
                Map.entry(
                        "mp.jwt.verify.publickey.location",
                        keys.publicKey().toUri().toString()),
                Map.entry(
                        "smallrye.jwt.sign.key.location",
                        keys.privateKey().toUri().toString()),
                Map.entry("smallrye.jwt.new-token.issuer", "https://sending.bp-solutions.net"));
    }

    /** Where events are put and read. */
    public static Bus bus() {
        return started(bus);
    }

    /** Where an operator mounts accounts. */
    public static Accounts accounts() {
        return started(accounts);
    }

    /** Where mail arrives. */
    public static Relay relay() {
        return started(relay);
    }

    /** The database, past the service: what a test needs to see or to arrange there. */
    public static Database database() {
        return started(database);
    }

    /** Publishes a zone. */
    public static void publish(String domain, String records) {
        try {
            Files.writeString(
                    started(folder).resolve("zones").resolve(domain + ".zone"),
                    "$ORIGIN " + domain
                            + ".\n$TTL 5\n@ SOA ns1 hostmaster 1 3600 600 604800 5\n@ NS ns1\nns1 A 127.0.0.1\n"
                            + records + "\n");
            started(zones).reload();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the parts are not started");
        }
        return part;
    }

    @Override
    public void stop() {
        started(bus).close();
        started(zones).close();
        started(relay).close();
        started(kafka).close();
        started(database).close();
        remove(started(folder));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedParts::delete);
        } catch (IOException | UncheckedIOException alreadyGone) {
            // Nothing is left to remove.
        }
    }
}
