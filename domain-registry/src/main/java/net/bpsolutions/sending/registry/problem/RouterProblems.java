package net.bpsolutions.sending.registry.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is refused before a resource is reached (a body too large, an address that cannot be read) is a problem too. */
@ApplicationScoped
public class RouterProblems {

    /** Octets of the largest body; {@code quarkus.http.limits.max-body-size} says the same, but answers without a problem. */
    public static final long LARGEST_BODY = 64 * 1024;

    private static final List<Integer> REFUSALS = List.of(400, 404, 405, 406, 413, 414, 415, 417);

    private final ObjectMapper json;

    RouterProblems(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        REFUSALS.forEach(status -> router.errorHandler(status, context -> answer(context, status)));
        router.route().order(Integer.MIN_VALUE).handler(this::measure);
    }

    private void measure(RoutingContext context) {
        if (isTooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            context.response().putHeader("Connection", "close");
            answer(context, 413);
        } else if (expectsTheUnknown(context.request().getHeader("Expect"))) {
            answer(context, 417);
        } else if (hasMatrixParameters(context.request().path())) {
            answer(context, 404);
        } else {
            acceptWhatIsNoProblem(context.request().headers());
            context.next();
        }
    }

    private static boolean isTooLarge(@Nullable String length) {
        try {
            return length != null && Long.parseLong(length) > LARGEST_BODY;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /** There is one expectation (RFC 9110 §10.1.1). */
    private static boolean expectsTheUnknown(@Nullable String expectation) {
        return expectation != null && !expectation.equalsIgnoreCase("100-continue");
    }

    /** No call has any; RESTEasy decodes a path that has some a second time, and fails when a percent sign is left in it. */
    private static boolean hasMatrixParameters(@Nullable String path) {
        return path != null && path.indexOf(';') >= 0;
    }

    /** Generated clients that expect no content accept problems only; that must not make a success unacceptable. */
    private static void acceptWhatIsNoProblem(MultiMap headers) {
        @Nullable String accepted = headers.get(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(Problem.MEDIA_TYPE)) {
            headers.set(HttpHeaders.ACCEPT, accepted + ", application/json;q=0.1");
        }
    }

    private void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.headWritten()) {
            Problem problem = ProblemMappers.problem(status);
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(text(problem));
        }
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem has no JSON", e);
        }
    }
}
