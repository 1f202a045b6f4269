package net.bpsolutions.sending.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a value looks like, in a few characters, told from a record component or from a JSON schema alike:
 * {@code string}, {@code uuid}, {@code SendingAs?}, {@code [RecordCheck]}, {@code {string}}.
 */
final class Shape {

    private static final Set<Class<?>> WRITTEN_BY_PRODUCERS =
            Set.of(SendRequest.class, SendCancellation.class, Mailbox.class, Attachment.class);

    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "string",
            UUID.class, "uuid",
            Instant.class, "date-time",
            boolean.class, "boolean",
            int.class, "integer",
            long.class, "integer",
            Long.class, "integer");

    private Shape() {}

    /** Their records take anything, because a refusal must be answered; the schema says what is wanted. */
    static boolean isWrittenByProducers(Class<?> type) {
        return WRITTEN_BY_PRODUCERS.contains(type);
    }

    static String of(RecordComponent component, boolean nullsAreTold) {
        AnnotatedType type = component.getAnnotatedType();
        return of(type) + (nullsAreTold && type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private static String of(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            String last = of(arguments[arguments.length - 1]);
            return arguments.length == 1 ? "[" + last + "]" : "{" + last + "}";
        }
        Class<?> plain = (Class<?>) type.getType();
        return SCALARS.getOrDefault(plain, plain.getSimpleName());
    }

    static String of(JsonNode schema, boolean nullsAreTold) {
        return of(schema) + (nullsAreTold && allowsNull(schema) ? "?" : "");
    }

    private static String of(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.get("$ref").textValue().replaceFirst(".*/", "");
        }
        if (schema.has("oneOf")) {
            return of(schema.get("oneOf").get(0));
        }
        String type = schema.get("type").isArray()
                ? schema.get("type").get(0).textValue()
                : schema.get("type").textValue();
        return switch (type) {
            case "array" -> "[" + of(schema.get("items")) + "]";
            case "object" -> "{" + of(schema.get("additionalProperties")) + "}";
            default -> schema.has("format") ? schema.get("format").textValue() : type;
        };
    }

    private static boolean allowsNull(JsonNode schema) {
        return schema.path("type")
                        .valueStream()
                        .anyMatch(type -> type.textValue().equals("null"))
                || schema.path("oneOf").valueStream().anyMatch(Shape::isNull);
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals("null");
    }

    /** Every record and enum that a topic's value is made of; {@link DomainName} is a string in JSON. */
    static Stream<Class<?>> reachable() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Stream.of(Topic.values()).map(Golden::valueOf).forEach(type -> collect(type, found));
        return List.copyOf(found).stream();
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (type.equals(DomainName.class) || !(type.isRecord() || type.isEnum()) || !found.add(type)) {
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(elementOf(component.getAnnotatedType()), found);
            }
        }
    }

    private static Class<?> elementOf(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            return elementOf(arguments[arguments.length - 1]);
        }
        return (Class<?>) type.getType();
    }
}
