package net.bpsolutions.sending.local.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The three services and what each is told by its environment. */
final class Services {

    private Services() {}

    /**
     * The services in the order they are started.
     *
     * @param root the folder of the whole project
     * @throws CannotStartException when one is not built
     */
    static List<ServiceProcess> of(
            Settings settings, Map<String, String> given, Path root, DataFolder data, Path publicKey) {
        Map<String, String> environment = environment(settings, given, publicKey);
        unlessGiven("OWN_ACCOUNTS_FOLDER", data.of("own-accounts").toString(), given, environment);
        unlessGiven("WEBHOOK_KEYS", WebhookKey.keptIn(data), given, environment);
        return List.of(
                service("domain-registry", settings.registryPort(), environment, root, data),
                service("mail-gateway", settings.gatewayPort(), environment, root, data),
                service("dns-verifier", settings.verifierPort(), environment, root, data));
    }

    private static ServiceProcess service(
            String name, int port, Map<String, String> environment, Path root, DataFolder data) {
        Path jar = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new CannotStartException(name + " is not built yet (" + jar + " is missing); run \"make run\".");
        }
        return new ServiceProcess(name, jar, port, environment, data);
    }

    static Map<String, String> environment(Settings settings, Map<String, String> given, Path publicKey) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("INBOUND_SMTP_HOST", "127.0.0.1");
        environment.put("REGISTRY_HTTP_PORT", Integer.toString(settings.registryPort()));
        environment.put("VERIFIER_HTTP_PORT", Integer.toString(settings.verifierPort()));
        environment.put("GATEWAY_HTTP_PORT", Integer.toString(settings.gatewayPort()));
        environment.put("INBOUND_SMTP_PORT", Integer.toString(settings.inboundSmtpPort()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        environment.put("POSTGRES_HOST", "localhost");
        environment.put("POSTGRES_PORT", Integer.toString(settings.postgresPort()));
        environment.put("POSTGRES_DB", "sending");
        environment.put("POSTGRES_USER", "sending");
        environment.put("POSTGRES_PASSWORD", "sending");
        environment.putAll(relay(settings));
        environment.put("DNS_SERVERS", settings.ownDns().orElse("127.0.0.1:" + settings.dnsPort()));
        if (settings.ownDns().isEmpty()) {
            unlessGiven("DNS_AUTHORITATIVE_PORT", Integer.toString(settings.dnsPort()), given, environment);
        }
        unlessGiven("JWT_PUBLIC_KEY_LOCATION", publicKey.toUri().toString(), given, environment);
        unlessGiven("LOG_JSON", "false", given, environment);
        unlessGiven("UNMATCHED_REPLIES_TO", "people@bp-solutions.net", given, environment);
        unlessGiven("REGISTRY_ENTRY_ALLOWED_RESERVED", "example,test", given, environment);
        return environment;
    }

    /** The stand-in knows neither TLS nor passwords, so what is set for a relay of one's own must not reach it. */
    private static Map<String, String> relay(Settings settings) {
        String port = Integer.toString(settings.relayPort());
        return settings.ownRelay()
                .map(host -> Map.of(
                        "RELAY_HOST", host,
                        "RELAY_PORT", port,
                        "RELAY_TLS", settings.relayTls().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> Map.of(
                        "RELAY_HOST", "localhost",
                        "RELAY_PORT", port,
                        "RELAY_TLS", "none",
                        "RELAY_USERNAME", "",
                        "RELAY_PASSWORD", ""));
    }

    private static void unlessGiven(
            String name, String value, Map<String, String> given, Map<String, String> environment) {
        if (given.getOrDefault(name, "").isBlank()) {
            environment.put(name, value);
        }
    }
}
