package net.bpsolutions.sending.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.local.Ports;
import net.bpsolutions.sending.system.RunningSystem.Port;

/** One more registry on the database and the broker of a running system, as a second pod would be. */
final class Replica implements AutoCloseable {

    private static final Path JAR = Path.of("../../domain-registry/target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and returns once it is ready. */
    static Replica start(RunningSystem system, Path log, Map<String, String> settings) throws IOException {
        int port = Ports.free();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-Xmx256m", "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.putAll(settings);
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("REGISTRY_HTTP_PORT", Integer.toString(port));
        environment.put("POSTGRES_PORT", Integer.toString(system.port(Port.POSTGRES_PORT)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + system.port(Port.KAFKA_PORT));
        environment.put("JWT_PUBLIC_KEY_LOCATION", system.publicKey().toUri().toString());
        environment.put("LOG_JSON", "false");
        Replica replica = new Replica(builder.start(), port);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(replica::isReady);
        return replica;
    }

    Api api(String token) {
        return new Api(port, token);
    }

    /** As Kubernetes stops a pod; returns once it is gone. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(40, TimeUnit.SECONDS).join();
    }

    /** Fails while nobody listens. */
    private boolean isReady() throws IOException {
        URI.create("http://localhost:" + port + "/q/health/ready")
                .toURL()
                .openStream()
                .close();
        return true;
    }
}
