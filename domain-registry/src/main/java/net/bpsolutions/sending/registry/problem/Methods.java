package net.bpsolutions.sending.registry.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods of each resource, for {@code Allow}: from the API's own description, as the build made it. */
@ApplicationScoped
class Methods {

    private static final String DESCRIPTION = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final Map<Pattern, Set<String>> byPath = new LinkedHashMap<>();

    Methods(ObjectMapper json) {
        description(json).path("paths").properties().forEach(path -> {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            byPath.put(Pattern.compile(PARAMETER.matcher(path.getKey()).replaceAll("[^/]+")), methods);
        });
    }

    private static JsonNode description(ObjectMapper json) {
        try (@Nullable InputStream text =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(DESCRIPTION)) {
            return text == null ? json.createObjectNode() : json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> at(String path) {
        return byPath.entrySet().stream()
                .filter(known -> known.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(Set::of);
    }
}
