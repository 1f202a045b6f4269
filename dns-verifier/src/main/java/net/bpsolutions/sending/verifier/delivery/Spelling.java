package net.bpsolutions.sending.verifier.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.bpsolutions.sending.verifier.lookup.ALabels;

/** The names in an event, whichever way they are written. */
final class Spelling {

    private Spelling() {}

    /**
     * Puts A-labels into the fields that hold names.
     *
     * @throws IllegalArgumentException when a name cannot be converted
     */
    static JsonNode inALabels(JsonNode request) {
        convert(request, "domain");
        request.get("expected").forEach(expected -> {
            convert(expected, "name");
            if (expected.get("type").asText().equals("CNAME")) {
                convert(expected, "value");
            }
        });
        return request;
    }

    private static void convert(JsonNode object, String field) {
        if (object instanceof ObjectNode fields && fields.get(field).isTextual()) {
            String name = fields.get(field).textValue();
            fields.put(
                    field, ALabels.of(name).orElseThrow(() -> new IllegalArgumentException(field + " is not a name")));
        }
    }
}
