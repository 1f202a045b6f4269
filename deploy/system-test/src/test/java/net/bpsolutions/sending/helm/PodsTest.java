package net.bpsolutions.sending.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pod of each service gets. */
class PodsTest {

    static Stream<String> services() {
        return Charts.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void areConfined(String service) throws IOException {
        JsonNode pod = pod(Charts.render(service, template -> template));
        JsonNode container = pod.at("/containers/0");

        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").textValue()).isEqualTo("RuntimeDefault");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").textValue())
                .isEqualTo("ALL");
        assertThat(container.at("/resources/limits/memory").isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void areAskedHowTheyAre(String service) throws IOException {
        JsonNode container = pod(Charts.render(service, template -> template)).at("/containers/0");

        assertThat(container.at("/startupProbe/httpGet/path").textValue()).isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").textValue()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").textValue()).isEqualTo("/q/health/ready");
    }

    @ParameterizedTest
    @MethodSource("services")
    void listenWhereTheirServicesLead(String service) throws IOException {
        List<JsonNode> manifests = Charts.renderEverything(service);
        List<String> ports = pod(manifests).at("/containers/0/ports").findValuesAsText("name");

        assertThat(Charts.ofKind("Service", manifests))
                .allSatisfy(lead -> assertThat(lead.at("/spec/ports").findValuesAsText("targetPort"))
                        .isSubsetOf(ports));
        assertThat(Charts.ofKind("Service", manifests))
                .allSatisfy(lead -> assertThat(Charts.ofKind("Deployment", manifests)
                                .getFirst()
                                .at("/spec/template/metadata/labels")
                                .properties())
                        .containsAll(lead.at("/spec/selector").properties()));
    }

    private static JsonNode pod(List<JsonNode> manifests) {
        return Charts.ofKind("Deployment", manifests).getFirst().at("/spec/template/spec");
    }
}
