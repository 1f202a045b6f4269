package net.bpsolutions.sending.registry.description;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that a call can answer with. */
final class Refusals {

    private static final String MEDIA_TYPE = "application/problem+json";

    private Refusals() {}

    /** One response per status, with the types that it comes with. */
    static void declare(Components components) {
        Map<Integer, Set<String>> types = Stream.of(ProblemType.values())
                .collect(Collectors.groupingBy(
                        ProblemType::status,
                        TreeMap::new,
                        Collectors.mapping(type -> type.uri().toString(), Collectors.toCollection(TreeSet::new))));
        types.forEach((status, uris) -> components.addResponse(name(status), response(status, uris)));
    }

    private static APIResponse response(int status, Set<String> uris) {
        APIResponse response = OASFactory.createAPIResponse()
                .description("A problem of type " + String.join(" or ", uris))
                .content(OASFactory.createContent()
                        .addMediaType(
                                MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        switch (status) {
            case 401 -> response.addHeader("WWW-Authenticate", text("The scheme to use, Bearer (RFC 6750)"));
            case 405 -> response.addHeader("Allow", text("The methods that there are"));
            case 429, 503 -> response.addHeader("Retry-After", text("Seconds until it is worth another try"));
            default -> {}
        }
        return response;
    }

    private static Header text(String description) {
        return OASFactory.createHeader().description(description).schema(CommonHeaders.string());
    }

    static void add(String path, HttpMethod method, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 401, 403, 406, 429, 500, 503));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (method == HttpMethod.POST) {
            statuses.addAll(Set.of(409, 422));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(413, 415));
        }
        if (hasIfMatch(operation)) {
            statuses.add(412);
        }
        statuses.forEach(status -> operation
                .getResponses()
                .addAPIResponse(
                        Integer.toString(status),
                        OASFactory.createAPIResponse().ref("#/components/responses/" + name(status))));
    }

    private static boolean hasIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch("If-Match"::equals);
    }

    private static String name(int status) {
        return "Problem" + status;
    }
}
