package net.bpsolutions.sending.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts and services agree on the environment variables. */
class EnvironmentTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");

    /** Read by the JVM itself, and by the operator's own additions in the example values. */
    private static final Set<String> NOT_THE_SERVICES =
            Set.of("JAVA_TOOL_OPTIONS", "KAFKA_SECURITY_PROTOCOL", "KAFKA_SASL_JAAS_CONFIG");

    /** A default for another variable that a cluster always sets; what a pod does by preStop. */
    private static final Set<String> NOT_FOR_A_CLUSTER = Set.of("KAFKA_PORT", "SHUTDOWN_DELAY");

    static Stream<String> services() {
        return Charts.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void setsTheVariablesThatTheServiceReads(String service) throws IOException {
        Set<String> read = readBy(service);
        read.removeAll(NOT_FOR_A_CLUSTER);

        Set<String> given = environment(Charts.renderEverything(service));

        assertThat(given).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("services")
    void isDocumentedWhole(String service) throws IOException {
        String document = Files.readString(Path.of("../docs/configuration.md"));
        String section = document.substring(document.indexOf("\n## " + service + "\n") + 1);
        int next = section.indexOf("\n## ");

        assertThat(readBy(service))
                .allSatisfy(variable -> assertThat(next < 0 ? section : section.substring(0, next))
                        .contains("`" + variable + "`"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void takesSecretsFromSecretsOnly(String service) throws IOException {
        assertThat(configuration(Charts.renderEverything(service)))
                .noneMatch(name -> name.matches(".*(PASSWORD|USERNAME|TOKEN|SECRET).*"));
    }

    private static Set<String> readBy(String service) throws IOException {
        Set<String> read = new TreeSet<>();
        Path properties = Path.of("../..", service, "src/main/resources/application.properties");
        VARIABLE.matcher(Files.readString(properties)).results().forEach(match -> read.add(match.group(1)));
        return read;
    }

    private static Set<String> environment(List<JsonNode> manifests) {
        Set<String> names = new TreeSet<>(configuration(manifests));
        names.addAll(Charts.ofKind("Deployment", manifests)
                .getFirst()
                .at("/spec/template/spec/containers/0/env")
                .findValuesAsText("name")
                .stream()
                .filter(name -> name.matches("[A-Z0-9_]+"))
                .toList());
        names.removeAll(NOT_THE_SERVICES);
        return names;
    }

    private static Set<String> configuration(List<JsonNode> manifests) {
        Set<String> names = new TreeSet<>();
        Charts.ofKind("ConfigMap", manifests)
                .getFirst()
                .get("data")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
