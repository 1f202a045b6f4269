package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The API as its own description tells it: every call, ready to be made. */
final class Api {

    /** Values that make a valid request of any call, by the name of a parameter or a field. */
    private static final Map<String, String> VALUES = Map.of(
            "clinicId", "clinic-api",
            "address", "jane@api-clinic.com",
            "domain", "api-clinic.com",
            "mailbox", "jane",
            "contactEmail", "jane@api-clinic.com",
            "url", "https://hooks.api-clinic.com/sending");

    private Api() {}

    /**
     * A call.
     *
     * @param method of HTTP
     * @param path with names in braces
     * @param parameters in the path, the query and headers
     * @param body the schema of the body
     * @param role that it asks for
     */
    record Call(String method, String path, List<Parameter> parameters, Optional<JsonNode> body, String role) {

        boolean has(String in, String name) {
            return parameters.stream()
                    .anyMatch(parameter ->
                            parameter.in().equals(in) && parameter.name().equals(name));
        }

        /** Makes the call with these values, and others that are valid where none is given. */
        Response make(RequestSpecification caller, Map<String, String> values) {
            RequestSpecification request = caller.urlEncodingEnabled(true);
            String address = path;
            for (Parameter parameter : parameters) {
                if (parameter.in().equals("path")) {
                    address = address.replace("{" + parameter.name() + "}", value(parameter.name(), values));
                } else if (parameter.in().equals("query")
                        && (parameter.required() || values.containsKey(parameter.name()))) {
                    request = request.queryParam(parameter.name(), value(parameter.name(), values));
                }
            }
            return body.isPresent()
                    ? request.body(example(values).toString()).request(method, address)
                    : request.request(method, address);
        }

        /** A body in which every required field, and each one that a value is given for, has its value. */
        ObjectNode example(Map<String, String> values) {
            ObjectNode example = JsonNodeFactory.instance.objectNode();
            JsonNode schema = body.orElseThrow();
            schema.path("properties").properties().forEach(property -> {
                String name = property.getKey();
                boolean required = StreamSupport.stream(schema.path("required").spliterator(), false)
                        .anyMatch(field -> field.asText().equals(name));
                if (required || values.containsKey(name)) {
                    if (property.getValue().path("type").toString().contains("array")) {
                        example.putArray(name).add(value(name, values));
                    } else {
                        example.put(name, value(name, values));
                    }
                }
            });
            return example;
        }

        private static String value(String name, Map<String, String> values) {
            String given = values.getOrDefault(name, VALUES.getOrDefault(name, ""));
            if (given.isEmpty()) {
                throw new AssertionError("Say in " + Api.class + " what a valid " + name + " is.");
            }
            return given;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Something that a call takes. */
    record Parameter(String in, String name, boolean required) {}

    /** Every call under {@code /v1}. */
    static List<Call> calls() {
        JsonNode api = document();
        List<Call> calls = new ArrayList<>();
        api.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> calls.add(call(
                                api, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return calls;
    }

    static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(get("/q/openapi?format=json")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call call(JsonNode api, String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("in").asText(),
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean())));
        String ref = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        return new Call(
                method,
                path,
                parameters,
                ref.isEmpty() ? Optional.empty() : Optional.of(api.at(ref.substring(1))),
                operation.at("/security/0/token/0").asText());
    }
}
