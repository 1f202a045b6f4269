package net.bpsolutions.sending.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON schemas of the AsyncAPI document say what the records say. */
class SchemasTest {

    @ParameterizedTest
    @MethodSource("net.bpsolutions.sending.events.Golden#all")
    void acceptEveryGoldenFile(Golden golden) throws IOException {
        assertThat(AsyncApi.faults(golden.type().getSimpleName(), golden.tree()))
                .isEmpty();
    }

    @Test
    void acceptTheGoldenDeadLetter() throws IOException {
        byte[] deadLetter = Files.readAllBytes(Golden.FOLDER.resolve("dead-letter.json"));

        assertThat(AsyncApi.faults("DeadLetter", Golden.JSON.readTree(deadLetter)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("net.bpsolutions.sending.events.Golden#all")
    void refuseWhatLacksARequiredField(Golden golden) throws IOException {
        String name = golden.type().getSimpleName();
        for (JsonNode required : AsyncApi.schemas().at("/" + name + "/required")) {
            ObjectNode incomplete = (ObjectNode) golden.tree();
            incomplete.remove(required.textValue());

            assertThat(AsyncApi.faults(name, incomplete))
                    .as("without %s", required)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("net.bpsolutions.sending.events.Golden#events")
    void refuseAnEventWithAnIdThatIsNone(Golden golden) throws IOException {
        ObjectNode wrong = (ObjectNode) golden.tree();
        wrong.put("id", "not-a-uuid");

        assertThat(AsyncApi.faults(golden.type().getSimpleName(), wrong)).isNotEmpty();
    }

    @Test
    void refuseARequestWithoutText() throws IOException {
        ObjectNode request = (ObjectNode) Golden.JSON.readTree(
                Golden.FOLDER.resolve("send-requests.least.json").toFile());
        request.remove("text");

        assertThat(AsyncApi.faults("SendRequest", request)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void haveThePropertiesOfTheRecord(Class<? extends Record> type) {
        boolean nullsAreTold = !Shape.isWrittenByProducers(type);
        Map<String, String> expected = new LinkedHashMap<>();
        for (var component : type.getRecordComponents()) {
            expected.put(component.getName(), Shape.of(component, nullsAreTold));
        }

        Map<String, String> actual = new LinkedHashMap<>();
        for (var property : AsyncApi.schemas()
                .at("/" + type.getSimpleName() + "/properties")
                .properties()) {
            actual.put(property.getKey(), Shape.of(property.getValue(), nullsAreTold));
        }

        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("records")
    void requireWhatIsNeverNull(Class<? extends Record> type) {
        List<String> neverNull = Stream.of(type.getRecordComponents())
                .filter(component -> !Shape.of(component, true).endsWith("?"))
                .map(component -> component.getName())
                .toList();

        List<String> required = new ArrayList<>();
        AsyncApi.schemas().at("/" + type.getSimpleName() + "/required").forEach(name -> required.add(name.textValue()));

        if (Shape.isWrittenByProducers(type)) {
            assertThat(required).as("what a producer must give").isNotEmpty();
        } else {
            assertThat(required).containsExactlyElementsOf(neverNull);
        }
    }

    @ParameterizedTest
    @MethodSource("enums")
    void haveTheConstantsOfTheEnum(Class<? extends Enum<?>> type) {
        List<String> constants =
                Stream.of(type.getEnumConstants()).map(Enum::name).toList();

        assertThat(AsyncApi.schemas().at("/" + type.getSimpleName() + "/enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(constants);
    }

    @Test
    void areThereForEveryRecordAndEnumAndNothingElse() {
        List<String> names =
                Stream.concat(records(), enums()).map(Class::getSimpleName).toList();

        assertThat(AsyncApi.schemas().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                names.stream(),
                                Stream.of("DomainName", "CloudEventHeaders", "DeadLetter", "DeadLetterHeaders"))
                        .toList());
    }

    static Stream<Class<?>> records() {
        return Shape.reachable().filter(Class::isRecord);
    }

    static Stream<Class<?>> enums() {
        return Stream.concat(Shape.reachable().filter(Class::isEnum), Stream.of(FindingCode.class));
    }
}
