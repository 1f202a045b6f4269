package net.bpsolutions.sending.registry.description;

import java.util.Set;
import java.util.stream.Collectors;
import net.bpsolutions.sending.registry.precondition.Tagged;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Headers that calls have in common. */
final class CommonHeaders {

    private final Set<String> tagged;

    CommonHeaders(IndexView index) {
        tagged = index.getAllKnownImplementations(DotName.createSimple(Tagged.class)).stream()
                .map(type -> type.name().withoutPackagePrefix())
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(HttpMethod method, Operation operation) {
        if (method == HttpMethod.POST) {
            operation.addParameter(parameter(
                    "Idempotency-Key",
                    "A key of the caller's own for this request. The same request with the same key, within a day, is answered"
                            + " as the first was, and does nothing.",
                    string().minLength(1).maxLength(255)));
        }
        if (method == HttpMethod.GET
                && operation.getResponses().getAPIResponses().values().stream().anyMatch(this::isTagged)) {
            operation.addParameter(parameter(
                    "If-None-Match", "ETags that the caller has; 304 when it has the current one.", string()));
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("As the caller has it"));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                complete(status, response);
            }
        });
    }

    private void complete(String status, APIResponse response) {
        response.addHeader("RateLimit", header("What is left of the limits (draft-ietf-httpapi-ratelimit-headers)"));
        response.addHeader("RateLimit-Policy", header("The limits"));
        if (isTagged(response)) {
            response.addHeader("ETag", header("A strong entity tag, for If-Match and If-None-Match"));
        }
        if (status.equals("201")) {
            response.addHeader("Location", header("The path of what was created"));
        }
    }

    private boolean isTagged(APIResponse response) {
        return response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .map(type -> type.getSchema() == null
                                ? null
                                : type.getSchema().getRef())
                        .anyMatch(ref -> ref != null && tagged.contains(ref.replaceFirst("^.*/", "")));
    }

    private static Parameter parameter(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .in(In.HEADER)
                .name(name)
                .description(description)
                .schema(schema);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(string());
    }

    static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
