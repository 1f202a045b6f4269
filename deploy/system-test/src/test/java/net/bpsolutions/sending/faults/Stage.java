package net.bpsolutions.sending.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.local.Ports;
import org.apache.kafka.clients.admin.Admin;

/** Everything that can be hurt: two gateways, a registry, a broker, a database and a relay, each by itself. */
final class Stage implements AutoCloseable {

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Short, so that much happens in little time. */
    static final Duration LEASE = Duration.ofSeconds(8);

    /** Among the settings: the database gets a disk that can be filled. */
    static final String SMALL_DISK = "SMALL_DISK";

    /** The names by which the relay knows them. */
    static final List<String> GATEWAYS = List.of("gateway-one", "gateway-two");

    final Path folder;
    final Sink relay;
    final Part broker;
    final Database database;
    final Optional<Part> registry;
    final List<Part> gateways = new ArrayList<>();
    final String bootstrap;
    private final Map<String, String> settings;
    private final List<Integer> httpPorts = new ArrayList<>();

    /** @param settings of the services, that outweigh those that are good for most */
    Stage(Path folder, boolean withRegistry, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        relay = new Sink(folder.resolve("sink.log"), new Mischief());
        database = new Database(folder, Ports.free(), settings.containsKey(SMALL_DISK));
        int brokerPort = Ports.free();
        bootstrap = "localhost:" + brokerPort;
        broker = new Part(
                Part.java(BrokerProcess.class, folder.resolve("kafka"), brokerPort),
                Map.of(),
                folder.resolve("kafka.log"));
        registry = withRegistry
                ? Optional.of(service("domain-registry", "REGISTRY_HTTP_PORT", "registry"))
                : Optional.empty();
        for (String name : GATEWAYS) {
            gateways.add(service("mail-gateway", "GATEWAY_HTTP_PORT", name));
        }
        database.awaitReady();
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> Files.readString(folder.resolve("kafka.log")).contains("broker is ready"));
        awaitReady();
    }

    private Part service(String name, String portVariable, String ehloName) throws IOException {
        int port = Ports.free();
        httpPorts.add(port);
        Map<String, String> environment = new HashMap<>(Map.of(
                "HTTP_HOST",
                "127.0.0.1",
                portVariable,
                Integer.toString(port),
                "INBOUND_SMTP_HOST",
                "127.0.0.1",
                "INBOUND_SMTP_PORT",
                Integer.toString(Ports.free()),
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrap,
                "POSTGRES_PORT",
                Integer.toString(database.port()),
                "RELAY_PORT",
                Integer.toString(relay.port()),
                "LOG_JSON",
                "false",
                "JWT_PUBLIC_KEY_LOCATION",
                publicKey()));
        environment.putAll(Map.of(
                "WEBHOOK_KEYS", Base64.getEncoder().encodeToString(new byte[32]),
                "RELAY_EHLO_NAME", ehloName,
                "GATEWAY_LEDGER_LEASE", LEASE.toString(),
                "GATEWAY_LEDGER_FIRST_PAUSE", "1s",
                "GATEWAY_LEDGER_LONGEST_PAUSE", "4s",
                "GATEWAY_LEDGER_LONGEST_RELAY_PAUSE", "3s",
                "GATEWAY_RELAY_IDLE_TIMEOUT", "4s",
                "GATEWAY_RELAY_ATTEMPT_TIMEOUT", "10s"));
        environment.putAll(settings);
        Path jar = REPOSITORY.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        return new Part(
                List.of(
                        JAVA,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar.toString()),
                environment,
                folder.resolve(ehloName + ".log"));
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

    /** Until it answers, after it was away. */
    void awaitBroker() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap, "reconnect.backoff.max.ms", 200))) {
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() ->
                            !admin.listTopics().names().get(2, TimeUnit.SECONDS).isEmpty());
        }
    }

    void awaitReady() {
        for (int port : httpPorts) {
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> answers(port));
        }
    }

    /** What a gateway tells of itself. */
    Metrics metrics(int gateway) {
        return Metrics.at(gatewayPort(gateway));
    }

    /** Fails while it is not ready. */
    boolean ready(int gateway) throws IOException {
        return answers(gatewayPort(gateway));
    }

    private static boolean answers(int port) throws IOException {
        URI.create("http://localhost:" + port + "/q/health/ready")
                .toURL()
                .openStream()
                .close();
        return true;
    }

    private int gatewayPort(int gateway) {
        return httpPorts.get(httpPorts.size() - GATEWAYS.size() + gateway);
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    @Override
    public void close() {
        gateways.forEach(Part::close);
        registry.ifPresent(Part::close);
        broker.close();
        relay.close();
        database.close();
    }
}
