package net.bpsolutions.sending.registry.running;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.bpsolutions.sending.local.LocalKafka;
import net.bpsolutions.sending.local.LocalPostgres;
import net.bpsolutions.sending.local.Ports;
import org.jspecify.annotations.Nullable;

/** A database and a broker that start and stop when a test says so, always at the same ports. */
public class LateParts implements QuarkusTestResourceLifecycleManager {

    /** Shared by way of the properties of the JVM: the test and the resource live in different class loaders. */
    private static final String FOLDER = "test.late-parts.folder";

    private static final String PORT = "test.late-parts.port";

    private static final String BROKER_PORT = "test.late-parts.broker-port";

    private static @Nullable LocalPostgres database;
    private static @Nullable LocalKafka broker;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("registry-late");
            int port = Ports.free();
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(PORT, Integer.toString(port));
            int brokerPort = Ports.free();
            System.setProperty(BROKER_PORT, Integer.toString(brokerPort));
            return Map.of(
                    "POSTGRES_PORT",
                    Integer.toString(port),
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "localhost:" + brokerPort,
                    "JWT_PUBLIC_KEY_LOCATION",
                    Tokens.publicKeyIn(folder).toString(),
                    "quarkus.http.test-port",
                    "0",
                    "registry.breaker.canary",
                    "",
                    "registry.schedule.pending-first",
                    "PT1H",
                    "registry.guide.patience",
                    "2s",
                    "test.jdbc-url",
                    "jdbc:postgresql://localhost:" + port + "/sending?user=sending&password=sending");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void beginDatabase() {
        database =
                LocalPostgres.start(Path.of(System.getProperty(FOLDER, ""), "postgres"), Integer.getInteger(PORT, 0));
    }

    static void beginBroker() {
        LocalKafka started =
                LocalKafka.start(Path.of(System.getProperty(FOLDER, ""), "kafka"), Integer.getInteger(BROKER_PORT, 0));
        broker = started;
        started.createTopics();
    }

    static void endBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    static void endDatabase() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    @Override
    public void stop() {
        endDatabase();
        endBroker();
    }
}
