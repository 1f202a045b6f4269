package net.bpsolutions.sending.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

    static final Topic[] TOPICS = Topic.values();

    @ParameterizedTest
    @MethodSource("net.bpsolutions.sending.events.Golden#all")
    void surviveTheirRecordWithoutLoss(Golden golden) throws IOException {
        Record value = Golden.JSON.treeToValue(golden.tree(), golden.type());

        JsonNode written = Golden.JSON.readTree(Golden.JSON.writeValueAsBytes(value));

        assertThat(withoutNulls(written)).isEqualTo(withoutNulls(golden.tree()));
    }

    @ParameterizedTest
    @MethodSource("net.bpsolutions.sending.events.Golden#events")
    void spellOutEveryFieldOfAnEventInOrder(Golden golden) throws IOException {
        assertThat(golden.tree().fieldNames())
                .toIterable()
                .containsExactly(Arrays.stream(golden.type().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("net.bpsolutions.sending.events.Golden#all")
    void areReadAlikeWithFieldsOfALaterVersion(Golden golden) throws IOException {
        JsonNode later = golden.tree();
        objectsIn(later).forEach(object -> object.putObject("addedLater").put("by", "a newer version"));

        Record value = Golden.JSON.treeToValue(later, golden.type());

        assertThat(value).isEqualTo(Golden.JSON.treeToValue(golden.tree(), golden.type()));
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void showEveryTopic(Topic topic) throws IOException {
        assertThat(Golden.all()).extracting(Golden::topic).contains(topic);
    }

    @Test
    void showEveryEvent() throws IOException {
        assertThat(Golden.all().stream().<Class<?>>map(Golden::type)).contains(Event.class.getPermittedSubclasses());
    }

    private static List<ObjectNode> objectsIn(JsonNode tree) {
        List<ObjectNode> objects = new ArrayList<>();
        if (tree instanceof ObjectNode object) {
            objects.add(object);
        }
        tree.propertyStream()
                .filter(property -> !property.getKey().equals("args"))
                .forEach(property -> objects.addAll(objectsIn(property.getValue())));
        if (tree.isArray()) {
            tree.forEach(element -> objects.addAll(objectsIn(element)));
        }
        return objects;
    }

    /** An absent field and a null one mean the same. */
    private static JsonNode withoutNulls(JsonNode tree) {
        objectsIn(tree)
                .forEach(object -> object.properties()
                        .removeIf(property -> property.getValue().isNull()));
        return tree;
    }
}
