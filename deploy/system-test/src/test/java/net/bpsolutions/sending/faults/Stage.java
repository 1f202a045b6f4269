package net.bpsolutions.sending.faults;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that can be hurt: two gateways, a registry, a broker, a database and a relay, each by itself. */
final class Stage implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    final Path folder;
    final Sink relay;
    final Part broker;
    final Part registry;
    final List<Part> gateways = new ArrayList<>();
    final String bootstrap;
    private final int databasePort;
    private final List<Integer> httpPorts = new ArrayList<>();
    private final Part database;

    Stage(Path folder) throws IOException {
        this.folder = folder;
        relay = new Sink(folder.resolve("sink.log"), new Mischief());
        databasePort = freePort();
        database = child(DatabaseProcess.class, "postgres", databasePort);
        awaitDatabase();
        int brokerPort = freePort();
        bootstrap = "localhost:" + brokerPort;
        broker = child(BrokerProcess.class, "kafka", brokerPort);
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> Files.readString(folder.resolve("kafka.log")).contains("broker is ready"));
        registry = service("domain-registry", "REGISTRY_HTTP_PORT");
        gateways.add(service("mail-gateway", "GATEWAY_HTTP_PORT"));
        gateways.add(service("mail-gateway", "GATEWAY_HTTP_PORT"));
        awaitReady();
    }

    private Part service(String name, String portVariable) throws IOException {
        int port = freePort();
        httpPorts.add(port);
        Map<String, String> environment = new HashMap<>(Map.of(
                "HTTP_HOST",
                "127.0.0.1",
                portVariable,
                Integer.toString(port),
                "INBOUND_SMTP_HOST",
                "127.0.0.1",
                "INBOUND_SMTP_PORT",
                Integer.toString(freePort()),
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrap,
                "POSTGRES_PORT",
                Integer.toString(databasePort),
                "RELAY_PORT",
                Integer.toString(relay.port()),
                "LOG_JSON",
                "false",
                "JWT_PUBLIC_KEY_LOCATION",
                publicKey()));
        environment.putAll(Map.of(
                "WEBHOOK_KEYS", Base64.getEncoder().encodeToString(new byte[32]),
                "GATEWAY_LEDGER_LEASE", "12s",
                "GATEWAY_LEDGER_FIRST_PAUSE", "1s",
                "GATEWAY_LEDGER_LONGEST_PAUSE", "5s",
                "GATEWAY_LEDGER_LONGEST_RELAY_PAUSE", "3s",
                "GATEWAY_RELAY_IDLE_TIMEOUT", "6s",
                "GATEWAY_RELAY_ATTEMPT_TIMEOUT", "15s"));
        Path jar = REPOSITORY.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        return new Part(
                List.of(JAVA, "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString()),
                environment,
                folder.resolve(name + "-" + port + ".log"));
    }

    private String publicKey() throws IOException {
        Path file = folder.resolve("public.pem");
        if (!Files.exists(file)) {
            try {
                byte[] key = KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded();
                Files.writeString(
                        file,
                        "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                                + "\n-----END PUBLIC KEY-----\n");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return file.toUri().toString();
    }

    void awaitReady() {
        for (int port : httpPorts) {
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
                URI.create("http://localhost:" + port + "/q/health/ready")
                        .toURL()
                        .openStream()
                        .close();
                return true;
            });
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + databasePort + "/sending?user=sending&password=sending";
    }

    /** As after a power cut. */
    void killDatabase() {
        postmaster().destroyForcibly();
        database.kill();
    }

    void startDatabase() {
        database.start();
        awaitDatabase();
    }

    void stopDatabase() {
        database.stop();
    }

    /** Every process of it, so that nothing answers and nothing is refused. */
    void signalDatabase(String name) {
        Part.signal(name, Stream.concat(Stream.of(postmaster()), postmaster().descendants()));
    }

    private ProcessHandle postmaster() {
        try {
            Path file = folder.resolve("postgres/postmaster.pid");
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitDatabase() {
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            DriverManager.getConnection(jdbcUrl()).close();
            return true;
        });
    }

    /** A class of these tests in a JVM of its own, with all that the local system has. */
    private Part child(Class<?> main, String name, int port) {
        Path classes = Path.of(URI.create(
                Stage.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path local = REPOSITORY.resolve("deploy/local/target/local.jar");
        return new Part(
                List.of(
                        JAVA,
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes + File.pathSeparator + local,
                        main.getName(),
                        folder.resolve(name).toString(),
                        Integer.toString(port)),
                Map.of(),
                folder.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        gateways.forEach(Part::close);
        registry.close();
        broker.close();
        relay.close();
        database.stop();
    }
}
