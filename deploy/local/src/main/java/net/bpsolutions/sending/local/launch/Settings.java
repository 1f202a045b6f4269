package net.bpsolutions.sending.local.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What can be changed about the system on one machine, all of it by environment variables.
 *
 * @param data {@code LOCAL_DATA}: everything that survives a restart
 * @param zones {@code DNS_ZONES}: the zone files
 * @param registryPort {@code REGISTRY_HTTP_PORT}
 * @param verifierPort {@code VERIFIER_HTTP_PORT}
 * @param gatewayPort {@code GATEWAY_HTTP_PORT}
 * @param inboundSmtpPort {@code INBOUND_SMTP_PORT}
 * @param postgresPort {@code POSTGRES_PORT}
 * @param kafkaPort {@code KAFKA_PORT}
 * @param ownKafka {@code KAFKA_BOOTSTRAP_SERVERS}: given, the embedded broker is not started
 * @param dnsPort {@code DNS_PORT}
 * @param ownDns {@code DNS_SERVERS}: given, the embedded DNS server is not started
 * @param relayPort {@code RELAY_PORT}
 * @param ownRelay {@code RELAY_HOST}: given, the relay stand-in is not started
 * @param relayTls {@code RELAY_TLS}: to a relay of one's own
 * @param mailboxPort {@code MAILBOX_HTTP_PORT}
 */
record Settings(
        Path data,
        Path zones,
        int registryPort,
        int verifierPort,
        int gatewayPort,
        int inboundSmtpPort,
        int postgresPort,
        int kafkaPort,
        Optional<String> ownKafka,
        int dnsPort,
        Optional<String> ownDns,
        int relayPort,
        Optional<String> ownRelay,
        Tls relayTls,
        int mailboxPort) {

    enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * Reads the variables; what is not given has the contract's default.
     *
     * @param root the folder of the whole project
     * @throws CannotStartException when a value cannot be understood
     */
    static Settings of(Map<String, String> variables, Path root) {
        Environment env = new Environment(variables);
        return new Settings(
                folder(env, "LOCAL_DATA", root.resolve("deploy/local/data")),
                folder(env, "DNS_ZONES", root.resolve("deploy/local/zones")),
                env.port("REGISTRY_HTTP_PORT", 8080),
                env.port("VERIFIER_HTTP_PORT", 8081),
                env.port("GATEWAY_HTTP_PORT", 8082),
                env.port("INBOUND_SMTP_PORT", 2525),
                env.port("POSTGRES_PORT", 15432),
                env.port("KAFKA_PORT", 9092),
                env.text("KAFKA_BOOTSTRAP_SERVERS"),
                env.port("DNS_PORT", 5300),
                env.text("DNS_SERVERS"),
                env.port("RELAY_PORT", 1025),
                env.text("RELAY_HOST"),
                env.oneOf("RELAY_TLS", Tls.NONE),
                env.port("MAILBOX_HTTP_PORT", 8025));
    }

    private static Path folder(Environment env, String name, Path otherwise) {
        try {
            return env.text(name)
                    .map(Path::of)
                    .orElse(otherwise)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new CannotStartException(name + " is not a path: " + e.getMessage() + ".");
        }
    }

    String bootstrapServers() {
        return ownKafka.orElse("localhost:" + kafkaPort);
    }
}
