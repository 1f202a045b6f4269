package net.bpsolutions.sending.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document describes the topics of the contract, and only those. */
class AsyncApiTest {

    private static final Map<Topic, String> WHO = Map.of(
            Topic.DOMAIN_REGISTERED, "domain-registry → dns-verifier",
            Topic.DNS_CHECK_REQUESTED, "domain-registry → dns-verifier",
            Topic.DNS_CHECKED, "dns-verifier → domain-registry, mail-gateway",
            Topic.VERIFICATION_COMPLETED, "mail-gateway → domain-registry",
            Topic.CHALLENGE_REQUESTED, "domain-registry → mail-gateway",
            Topic.CHECK_SUGGESTED, "mail-gateway → domain-registry",
            Topic.SENDER_STATUS, "domain-registry → mail-gateway, oms",
            Topic.SEND_REQUESTS, "producers → mail-gateway",
            Topic.SEND_CANCELLATIONS, "producers → mail-gateway",
            Topic.SEND_OUTCOMES, "mail-gateway → domain-registry, oms");

    @Test
    void hasAChannelForEveryTopicAndOneForDeadLetters() {
        List<String> topics =
                Arrays.stream(Topic.values()).map(Topic::topicName).toList();

        assertThat(AsyncApi.DOCUMENT.get("channels").propertyStream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(Stream.concat(topics.stream(), Stream.of("dead-letters"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void addressesTheTopicByItsName(Topic topic) {
        assertThat(channel(topic).get("address").textValue()).isEqualTo(topic.topicName());
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryTopicItsRecord(Topic topic) {
        String record = Golden.valueOf(topic).getSimpleName();

        JsonNode message = AsyncApi.resolve(channel(topic).at("/messages/" + record));

        assertThat(message.at("/payload/$ref").textValue()).isEqualTo("#/components/schemas/" + record);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SEND_REQUESTS", "SEND_CANCELLATIONS"})
    void givesEveryEventItsType(Topic topic) {
        for (JsonNode reference : channel(topic).get("messages")) {
            JsonNode headers = AsyncApi.resolve(reference).get("headers");

            assertThat(headers.at("/allOf/0/$ref").textValue()).isEqualTo("#/components/schemas/CloudEventHeaders");
            assertThat(headers.at("/allOf/1/properties/ce_type/const").textValue())
                    .isEqualTo(topic.eventType());
        }
    }

    @ParameterizedTest
    @EnumSource
    void compactsTheSenderStatusOnly(Topic topic) {
        JsonNode kafka = AsyncApi.resolve(channel(topic).get("bindings")).get("kafka");

        assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").textValue())
                .isEqualTo(topic == Topic.SENDER_STATUS ? "compact" : "delete");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoSendsAndWhoReceives(Topic topic) {
        String reference = "#/channels/" + topic.topicName();
        Map<String, List<String>> parties = new TreeMap<>(Comparator.reverseOrder());
        for (JsonNode operation : AsyncApi.DOCUMENT.get("operations")) {
            if (operation.at("/channel/$ref").textValue().equals(reference)) {
                parties.computeIfAbsent(operation.get("action").textValue(), action -> new ArrayList<>())
                        .add(operation.at("/tags/0/name").textValue());
            }
        }

        assertThat(parties.keySet()).containsExactly("send", "receive");
        assertThat(String.join(", ", parties.get("send")) + " → " + String.join(", ", parties.get("receive")))
                .isEqualTo(WHO.get(topic));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        assertThat(AsyncApi.DOCUMENT.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(AsyncApi.DOCUMENT
                                .at(reference.textValue().substring(1))
                                .isMissingNode())
                        .as(reference.textValue())
                        .isFalse());
    }

    private static JsonNode channel(Topic topic) {
        return AsyncApi.DOCUMENT.get("channels").get(topic.topicName());
    }
}
