package net.bpsolutions.sending.registry.running;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.bpsolutions.sending.local.LocalPostgres;
import org.jspecify.annotations.Nullable;

/** A database that starts and stops when a test says so, always at the same port; there is no broker at all. */
public class LatePostgres implements QuarkusTestResourceLifecycleManager {

    /** Shared by way of the properties of the JVM: the test and the resource live in different class loaders. */
    private static final String FOLDER = "test.late-postgres.folder";

    private static final String PORT = "test.late-postgres.port";

    private static @Nullable LocalPostgres running;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("registry-late");
            int port = freePort();
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(PORT, Integer.toString(port));
            return Map.of(
                    "POSTGRES_PORT",
                    Integer.toString(port),
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "localhost:" + freePort(),
                    "JWT_PUBLIC_KEY_LOCATION",
                    Tokens.publicKeyIn(folder).toString(),
                    "quarkus.http.test-port",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void begin() {
        running = LocalPostgres.start(Path.of(System.getProperty(FOLDER, ""), "postgres"), Integer.getInteger(PORT, 0));
    }

    static void end() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void stop() {
        end();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
