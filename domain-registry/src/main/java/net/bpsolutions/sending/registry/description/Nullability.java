package net.bpsolutions.sending.registry.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * What the records say of null. Answers hold every field, some of them null; requests may leave out what may be null;
 * problems leave out what is empty.
 */
final class Nullability {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

    private final Map<String, ClassInfo> records = new TreeMap<>();

    Nullability(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("net.bpsolutions."))
                .forEach(type -> records.put(type.name().withoutPackagePrefix().replaceFirst("^.*\\$", ""), type));
    }

    void apply(OpenAPI api) {
        Set<String> requests = requests(api);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            @Nullable ClassInfo type = records.get(name.startsWith("Slice") ? "Slice" : name);
            if (type == null || schema.getProperties() == null) {
                return;
            }
            if (type.hasDeclaredAnnotation(INCLUDE)) {
                schema.setRequired(neverEmpty(type, schema));
            } else {
                allowNull(type, schema);
                if (!requests.contains(name)) {
                    schema.setRequired(List.copyOf(schema.getProperties().keySet()));
                }
            }
        });
    }

    private static Set<String> requests(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(type -> type.getSchema() != null && type.getSchema().getRef() != null)
                .map(type -> type.getSchema().getRef().replaceFirst("^.*/", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> neverEmpty(ClassInfo type, Schema schema) {
        return schema.getProperties().entrySet().stream()
                .filter(property -> !isNullable(type, property.getKey()))
                .filter(property -> property.getValue().getType() == null
                        || !property.getValue().getType().contains(SchemaType.ARRAY))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void allowNull(ClassInfo type, Schema schema) {
        Map.copyOf(schema.getProperties()).forEach((property, value) -> {
            if (isNullable(type, property)) {
                schema.addProperty(property, orNull(value));
            }
        });
    }

    private static boolean isNullable(ClassInfo type, String property) {
        return Optional.ofNullable(type.field(property))
                .map(FieldInfo::type)
                .map(field -> field.hasAnnotation(NULLABLE))
                .orElse(false);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        return schema.getType() == null || schema.getType().contains(SchemaType.NULL)
                ? schema
                : schema.addType(SchemaType.NULL);
    }
}
