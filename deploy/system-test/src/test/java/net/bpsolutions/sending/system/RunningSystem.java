package net.bpsolutions.sending.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.local.Ports;

/** The launcher as a process of its own, on free ports, with zones and data in a folder of the test. */
final class RunningSystem implements AutoCloseable {

    /** The ports that the launcher is told to use, named by their environment variables. */
    enum Port {
        REGISTRY_HTTP_PORT,
        VERIFIER_HTTP_PORT,
        GATEWAY_HTTP_PORT,
        KAFKA_PORT,
        POSTGRES_PORT,
        INBOUND_SMTP_PORT,
        RELAY_PORT,
        MAILBOX_HTTP_PORT,
        DNS_PORT
    }

    static final List<String> SERVICES = List.of("domain-registry", "dns-verifier", "mail-gateway");

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Path folder;
    private final Map<String, String> settings;
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private Process launcher;

    private RunningSystem(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        Path zones = Files.createDirectories(zones());
        try (Stream<Path> shipped = Files.list(REPOSITORY.resolve("deploy/local/zones"))) {
            for (Path zone : shipped.toList()) {
                Files.copy(zone, zones.resolve(zone.getFileName()));
            }
        }
        for (Port port : Port.values()) {
            ports.put(port, Ports.free());
        }
        launcher = launch();
    }

    /** Starts the system and returns once it says that it is ready. */
    static RunningSystem start(Path folder) {
        return start(folder, Map.of());
    }

    /** The same, with more settings of the services. */
    static RunningSystem start(Path folder, Map<String, String> settings) {
        try {
            RunningSystem system = new RunningSystem(folder, settings);
            system.awaitReady();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the launcher again on the same data. */
    void startAgain() throws IOException {
        launcher = launch();
        awaitReady();
    }

    int port(Port port) {
        Integer number = ports.get(port);
        return number == null ? 0 : number;
    }

    Path zones() {
        return folder.resolve("zones");
    }

    Path data() {
        return folder.resolve("data");
    }

    /** What the services check tokens with. */
    Path publicKey() {
        return data().resolve("keys").resolve("public.pem");
    }

    Process launcher() {
        return launcher;
    }

    String token() throws IOException {
        return Files.readString(data().resolve("token")).strip();
    }

    /** The process that runs {@code name} now. */
    ProcessHandle process(String name) {
        try {
            long pid = Long.parseLong(
                    Files.readString(data().resolve("pids").resolve(name)).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name + " does not run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once, as a crash would, and waits until the launcher has another one ready. */
    void crash(String name) {
        ProcessHandle before = process(name);
        before.destroyForcibly();
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> process(name).pid() != before.pid() && isReady(name));
    }

    /** Fails while nobody listens. */
    private boolean isReady(String name) throws IOException {
        Port port = switch (name) {
            case "domain-registry" -> Port.REGISTRY_HTTP_PORT;
            case "dns-verifier" -> Port.VERIFIER_HTTP_PORT;
            case "mail-gateway" -> Port.GATEWAY_HTTP_PORT;
            default -> throw new IllegalArgumentException(name);
        };
        URI health = URI.create("http://localhost:" + port(port) + "/q/health/ready");
        health.toURL().openStream().close();
        return true;
    }

    private Process launch() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", "deploy/local/target/local.jar")
                .directory(REPOSITORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("launcher.log").toFile()));
        Map<String, String> environment = builder.environment();
        ports.forEach((name, port) -> environment.put(name.name(), Integer.toString(port)));
        environment.putAll(settings);
        environment.put("LOCAL_DATA", data().toString());
        environment.put("DNS_ZONES", zones().toString());
        return builder.start();
    }

    private void awaitReady() {
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the launcher ended", this::ensureAlive)
                .until(() -> Files.exists(data().resolve("ready")));
    }

    private void ensureAlive() {
        if (!launcher.isAlive()) {
            throw new IllegalStateException(log());
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("launcher.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
