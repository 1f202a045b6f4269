package net.bpsolutions.sending.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A copy of the charts, with the umbrella's dependencies built, so that the working tree stays as it is. */
final class Charts {

    static final Path SOURCES = Path.of("../helm");
    static final String UMBRELLA = "sending-domains";
    static final List<String> SERVICES = List.of("domain-registry", "dns-verifier", "mail-gateway");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path COPY = copied();

    private Charts() {}

    private static Path copied() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "charts-");
            copyTo(folder);
            Path job = folder.resolve(UMBRELLA, "templates/topics.yaml");
            // The library leaves hooks out of what it renders; as a plain Job this one is rendered.
            Files.writeString(job, Files.readString(job).replace("helm.sh/hook: ", "was-hook: "));
            new Helm(folder.resolve(UMBRELLA))
                    .dependency()
                    .update()
                    .skipRefresh()
                    .call();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTo(Path folder) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SOURCES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    static Helm helm(String chart) {
        return new Helm(COPY.resolve(chart));
    }

    /** The manifests of a release named {@code test}. */
    static List<JsonNode> render(String chart, UnaryOperator<TemplateCommand> values) throws IOException {
        TemplateCommand template = helm(chart).template().withName("test").withKubeVersion("1.33.0");
        String manifests = values.apply(template).call();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifests)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }

    static List<JsonNode> renderEverything(String chart) throws IOException {
        return render(chart, template -> template.withValuesFile(SOURCES.resolve(chart, "ci/everything-values.yaml")));
    }

    static JsonNode values(String chart) throws IOException {
        return YAML.readTree(SOURCES.resolve(chart, "values.yaml").toFile());
    }

    static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }

    static List<JsonNode> ofKind(String kind, List<JsonNode> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.get("kind").textValue().equals(kind))
                .toList();
    }
}
