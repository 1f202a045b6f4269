package net.bpsolutions.sending.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Path ROOT = Path.of("/project");
    private static final Path KEY = Path.of("/data/keys/public.pem");

    @Test
    void hasTheDefaultsOfTheContract() {
        Settings settings = Settings.of(Map.of(), ROOT);

        assertThat(settings.data()).isEqualTo(Path.of("/project/deploy/local/data"));
        assertThat(NeededPort.of(settings).stream().map(NeededPort::port))
                .containsExactlyInAnyOrder(8080, 8081, 8082, 2525, 15432, 9092, 5300, 1025, 8025);
        assertThat(environment(Map.of()))
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092")
                .containsEntry("DNS_SERVERS", "127.0.0.1:5300")
                .containsEntry("DNS_AUTHORITATIVE_PORT", "5300")
                .containsEntry("RELAY_HOST", "localhost")
                .containsEntry("RELAY_TLS", "none")
                .containsEntry("HTTP_HOST", "127.0.0.1")
                .containsEntry("REGISTRY_ENTRY_ALLOWED_RESERVED", "example,test");
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(Settings.of(Map.of("KAFKA_PORT", "", "RELAY_HOST", " "), ROOT))
                .isEqualTo(Settings.of(Map.of(), ROOT));
    }

    @Test
    void needsNoPortForWhatIsReplaced() {
        Settings settings = Settings.of(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "DNS_SERVERS", "9.9.9.9:53", "RELAY_HOST", "smtp"),
                ROOT);

        assertThat(NeededPort.of(settings).stream().map(NeededPort::port))
                .containsExactlyInAnyOrder(8080, 8081, 8082, 2525, 15432);
    }

    @Test
    void passesOnWhereTheReplacementIs() {
        Map<String, String> environment = environment(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "DNS_SERVERS", "9.9.9.9:53",
                "RELAY_HOST", "smtp.example.org",
                "RELAY_PORT", "587",
                "RELAY_TLS", "starttls"));

        assertThat(environment)
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
                .containsEntry("DNS_SERVERS", "9.9.9.9:53")
                .doesNotContainKey("DNS_AUTHORITATIVE_PORT")
                .containsEntry("RELAY_HOST", "smtp.example.org")
                .containsEntry("RELAY_PORT", "587")
                .containsEntry("RELAY_TLS", "starttls")
                .doesNotContainKey("RELAY_PASSWORD");
    }

    @Test
    void leavesWhatIsGivenForTheServicesAsItIs() {
        Map<String, String> given = Map.of("LOG_JSON", "true", "DNS_AUTHORITATIVE_PORT", "5353");

        assertThat(environment(given)).doesNotContainKeys("LOG_JSON", "DNS_AUTHORITATIVE_PORT");
    }

    @Test
    void refusesAPortThatTwoPartsWant() {
        Map<String, String> variables = new HashMap<>(LaunchedSystem.freePorts());
        variables.put("DNS_PORT", variables.get("KAFKA_PORT"));

        assertThatThrownBy(() -> NeededPort.requireFree(NeededPort.of(Settings.of(variables, ROOT))))
                .isInstanceOf(CannotStartException.class)
                .hasMessageEndingWith("is meant for Kafka and for DNS; change KAFKA_PORT or DNS_PORT.");
    }

    private static Map<String, String> environment(Map<String, String> given) {
        return Services.environment(Settings.of(given, ROOT), given, KEY);
    }
}
