package net.bpsolutions.sending.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** The three services and the topics between them, as one release. */
class UmbrellaTest {

    @Test
    void bringsAllThreeServicesAndTheTopics() throws IOException {
        List<JsonNode> manifests = Charts.render(Charts.UMBRELLA, template -> template);

        assertThat(namesOf(manifests, "Deployment"))
                .containsExactlyInAnyOrder("test-domain-registry", "test-dns-verifier", "test-mail-gateway");
        assertThat(namesOf(manifests, "Job")).containsExactly("test-topics");
    }

    @Test
    void leavesOutWhatIsTurnedOff() throws IOException {
        List<JsonNode> manifests = Charts.render(
                Charts.UMBRELLA,
                template -> template.set("dns-verifier.enabled", "false").set("topics.create", "false"));

        assertThat(namesOf(manifests, "Deployment"))
                .containsExactlyInAnyOrder("test-domain-registry", "test-mail-gateway");
        assertThat(namesOf(manifests, "Job")).isEmpty();
    }

    @Test
    void tellsEveryServiceWhereKafkaAndPostgresAre() throws IOException {
        List<JsonNode> manifests = Charts.renderEverything(Charts.UMBRELLA);

        assertThat(Charts.ofKind("ConfigMap", manifests))
                .hasSize(3)
                .allSatisfy(map -> assertThat(
                                map.at("/data/KAFKA_BOOTSTRAP_SERVERS").textValue())
                        .isEqualTo("broker.example:9093"))
                .filteredOn(map -> map.at("/data").has("POSTGRES_HOST"))
                .hasSize(2)
                .allSatisfy(map ->
                        assertThat(map.at("/data/POSTGRES_HOST").textValue()).isEqualTo("db.example"));
    }

    @Test
    void listsTheTopicsOfTheContractAndADeadLetterTopicPerReader() throws IOException {
        List<String> expected = new ArrayList<>();
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(expected::add);
        JsonNode contract = Charts.yaml(Path.of("../../events/asyncapi.yaml"));
        for (JsonNode operation : contract.get("operations")) {
            String reader = operation.at("/tags/0/name").textValue();
            if (operation.get("action").textValue().equals("receive") && Charts.SERVICES.contains(reader)) {
                String topic = operation.at("/channel/$ref").textValue().replace("#/channels/", "");
                expected.add(topic + "." + reader + ".dead-letter");
            }
        }

        assertThat(Charts.values(Charts.UMBRELLA).at("/topics/list"))
                .extracting(topic -> topic.get("name").textValue())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void compactsTheSenderStatusOnly() throws IOException {
        assertThat(Charts.values(Charts.UMBRELLA).at("/topics/list"))
                .filteredOn(topic -> topic.at("/config/cleanup.policy").asText().equals("compact"))
                .extracting(topic -> topic.get("name").textValue())
                .containsExactly(Topic.SENDER_STATUS.topicName());
    }

    @Test
    void createsEveryTopicOfTheList() throws IOException {
        JsonNode job = Charts.ofKind("Job", Charts.render(Charts.UMBRELLA, template -> template))
                .getFirst();
        String script = job.at("/spec/template/spec/containers/0/args/0").textValue();

        for (JsonNode topic : Charts.values(Charts.UMBRELLA).at("/topics/list")) {
            assertThat(script).contains("create --topic " + topic.get("name").textValue() + " --partitions ");
        }
        assertThat(script).contains("--create --if-not-exists").contains("--config cleanup.policy=compact");
    }

    private static List<String> namesOf(List<JsonNode> manifests, String kind) {
        return Charts.ofKind(kind, manifests).stream()
                .map(manifest -> manifest.at("/metadata/name").textValue())
                .toList();
    }
}
