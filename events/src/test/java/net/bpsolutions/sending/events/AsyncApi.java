package net.bpsolutions.sending.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The AsyncAPI document and the JSON schemas in it. */
final class AsyncApi {

    static final JsonNode DOCUMENT = read();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private AsyncApi() {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schemas() {
        return DOCUMENT.at("/components/schemas");
    }

    /** Follows a {@code $ref} within the document, if {@code node} is one. */
    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /** What the schema of that name has against {@code value}; nothing when it is valid. */
    static List<Error> faults(String schemaName, JsonNode value) {
        ObjectNode root = Golden.JSON.createObjectNode();
        root.put("$ref", "#/components/schemas/" + schemaName);
        root.set("components", DOCUMENT.get("components"));
        Schema schema = SCHEMAS.getSchema(root.toString(), InputFormat.JSON);
        return schema.validate(
                value.toString(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
