package net.bpsolutions.sending.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read says which field it was, and does so by one type of exception. */
class RefusalsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            domain-registered.json,       /id,                          not-a-uuid
            domain-registered.json,       /occurredAt,                  yesterday
            domain-registered.json,       /domain,                      my clinic
            domain-registered.json,       /expected/0/purpose,          DANE
            domain-registered.json,       /expected/0/type,             AAAA
            dns-check-requested.json,     /reason,                      WHIM
            dns-checked.json,             /causeId,                     42
            dns-checked.json,             /records/0/state,             FINE
            dns-checked.json,             /records/0/ttl,               an hour
            dns-checked.json,             /records/1/findings/0/severity, FATAL
            verification-completed.json,  /method,                      CARRIER_PIGEON
            sender-status.json,           /status,                      PERHAPS
            sender-status.json,           /sendingAs,                   SOMEBODY
            sender-status.json,           /sequence,                    first
            send-requests.json,           /expiresAt,                   tomorrow
            send-requests.json,           /to,                          pat@example.org
            send-outcomes.json,           /outcome,                     LOST
            """)
    void refusesAValueThatMeansNothing(String file, String pointer, String value) throws IOException {
        Golden golden = golden(file);
        JsonNode tree = golden.tree();
        parentOf(tree, pointer).put(lastOf(pointer), value);

        assertThatThrownBy(() -> Golden.JSON.treeToValue(tree, golden.type()))
                .isInstanceOfSatisfying(JsonMappingException.class, namesTheField(pointer));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            domain-registered.json,   /expected
            dns-check-requested.json, /expected
            dns-checked.json,         /records
            dns-checked.json,         /nameservers
            dns-checked.json,         /records/0/found
            dns-checked.json,         /records/0/findings
            dns-checked.json,         /records/1/findings/0/args
            """)
    void refusesAMissingCollection(String file, String pointer) throws IOException {
        Golden golden = golden(file);
        JsonNode tree = golden.tree();
        parentOf(tree, pointer).remove(lastOf(pointer));

        assertThatThrownBy(() -> Golden.JSON.treeToValue(tree, golden.type())).isInstanceOf(JsonMappingException.class);
    }

    private static Consumer<JsonMappingException> namesTheField(String pointer) {
        return refusal -> assertThat(pathOf(refusal)).isEqualTo(pointer);
    }

    private static String pathOf(JsonMappingException refusal) {
        StringBuilder path = new StringBuilder();
        refusal.getPath()
                .forEach(step -> path.append('/')
                        .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return path.toString();
    }

    private static Golden golden(String file) throws IOException {
        return Golden.all().stream()
                .filter(golden -> golden.toString().equals(file))
                .findAny()
                .orElseThrow();
    }

    private static ObjectNode parentOf(JsonNode tree, String pointer) {
        return (ObjectNode) tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String lastOf(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
