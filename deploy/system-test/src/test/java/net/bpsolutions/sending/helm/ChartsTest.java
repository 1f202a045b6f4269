package net.bpsolutions.sending.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {

    static Stream<String> all() {
        return Stream.concat(Charts.SERVICES.stream(), Stream.of(Charts.UMBRELLA));
    }

    static Stream<String> services() {
        return Charts.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void passTheLinter(String chart) {
        var result = Charts.helm(chart).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void renderWithNothingSet(String chart) throws IOException {
        assertThat(Charts.render(chart, template -> template))
                .extracting(manifest -> manifest.get("kind").textValue())
                .contains("Deployment", "Service", "ServiceAccount", "ConfigMap", "PodDisruptionBudget")
                .doesNotContain("Ingress", "HorizontalPodAutoscaler", "NetworkPolicy", "Secret");
    }

    @ParameterizedTest
    @MethodSource("services")
    void renderWithEverythingSet(String chart) throws IOException {
        assertThat(Charts.renderEverything(chart))
                .extracting(manifest -> manifest.get("kind").textValue())
                .contains("Deployment", "HorizontalPodAutoscaler", "NetworkPolicy");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            domain-registry, replica,                    3
            domain-registry, publicUrl,                  sending.example
            domain-registry, kafka.bootstrapServers,     kafka
            domain-registry, postgres.port,              70000
            domain-registry, postgres.password,          secret
            domain-registry, ingress.enabled,            true
            dns-verifier,    dns.servers[0],             resolver.example
            dns-verifier,    resources.limits.memory,    much
            dns-verifier,    postgres.host,              db
            mail-gateway,    relay.tls,                  maybe
            mail-gateway,    inbound.port,               25
            mail-gateway,    service.type,               Anything
            sending-domains, global.kafka.port,          9092
            sending-domains, topics.list[0].name,        Send_Requests
            sending-domains, mail-gateway.relay.tls,     maybe
            sending-domains, mail-gatway.relay.tls,      none
            """)
    void refuseAValueThatIsWrong(String chart, String name, String value) {
        assertThatThrownBy(() -> Charts.render(chart, template -> template.set(name, value)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @ParameterizedTest
    @MethodSource("all")
    void sayASentenceAboutEveryValue(String chart) throws IOException {
        List<String> lines = Files.readAllLines(Charts.SOURCES.resolve(chart, "values.yaml"));

        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).matches(" *[a-zA-Z-]+: +\\S.*")
                    && !lines.get(i).matches(" {6}(partitions|config): .*|  (  )?(cpu|memory): .*")) {
                assertThat(lines.get(i - 1).strip())
                        .as(lines.get(i))
                        .startsWith("#")
                        .endsWith(".");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void showADefaultForEveryValueThatTheSchemaKnows(String chart) throws IOException {
        JsonNode schema = Charts.yaml(Charts.SOURCES.resolve(chart, "values.schema.json"));
        List<String> onlyForTheUmbrella = List.of("global", "enabled");

        assertThat(Charts.values(chart).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(schema.get("properties")
                        .propertyStream()
                        .map(property -> property.getKey())
                        .filter(name -> !onlyForTheUmbrella.contains(name))
                        .toList());
    }

    @Test
    void shareTheTemplatesThatTheyHaveInCommon() throws IOException {
        for (String chart : Charts.SERVICES) {
            for (String other : Charts.SERVICES) {
                try (var templates = Files.list(Charts.SOURCES.resolve(chart, "templates"))) {
                    for (Path template : templates.toList()) {
                        Path twin = Charts.SOURCES.resolve(
                                other, "templates", template.getFileName().toString());
                        boolean common = !List.of("_service.tpl", "NOTES.txt")
                                .contains(template.getFileName().toString());
                        if (common && Files.exists(twin)) {
                            assertThat(twin).hasSameTextualContentAs(template);
                        }
                    }
                }
            }
        }
    }
}
