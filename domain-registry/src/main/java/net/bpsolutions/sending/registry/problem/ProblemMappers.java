package net.bpsolutions.sending.registry.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.startup.Migration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every refusal and failure into a problem; nothing of the program's inside gets out. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Pattern METHOD_AND_ARGUMENT = Pattern.compile("^[^.]+\\.(?:request\\.|page\\.)?");
    private static final String PATIENCE_SECONDS = "5";

    private final Methods methods;

    private final CurrentVertxRequest exchange;
    private final Migration migration;

    ProblemMappers(Methods methods, CurrentVertxRequest exchange, Migration migration) {
        this.methods = methods;
        this.exchange = exchange;
        this.migration = migration;
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(InvalidRequestException failure) {
        return answer(Problem.of(ProblemType.INVALID_REQUEST).with(List.of(failure.error())));
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(ConstraintViolationException failure) {
        return answer(Problem.of(ProblemType.INVALID_REQUEST)
                .with(failure.getConstraintViolations().stream()
                        .map(ProblemMappers::error)
                        .sorted(Comparator.comparing(Problem.FieldError::field))
                        .toList()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadable(MismatchedInputException failure) {
        return answer(unreadable(failure.getPath()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(RefusedDomainException failure) {
        return answer(failure.problem());
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(RefusedException failure) {
        ResponseBuilder<Problem> answer = builder(failure.problem());
        return failure.passes() ? answer.header(HttpHeaders.RETRY_AFTER, "1").build() : answer.build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooMany(TooManyRequestsException failure) {
        return builder(Problem.of(ProblemType.TOO_MANY_REQUESTS, "Please wait a little."))
                .header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds())
                .header(Quota.POLICY_HEADER, failure.policy())
                .header(Quota.LIMIT_HEADER, failure.limit())
                .build();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    RestResponse<Problem> unauthenticated() {
        return builder(Problem.of(ProblemType.UNAUTHENTICATED))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    RestResponse<Problem> forbidden() {
        return answer(Problem.of(ProblemType.FORBIDDEN));
    }

    @ServerExceptionMapper
    RestResponse<Problem> other(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return answer(unreadable(unreadable instanceof JsonMappingException at ? at.getPath() : List.of()));
        }
        int status = failure.getResponse().getStatus();
        HttpServerRequest request = exchange.getCurrent().request();
        Set<String> there = methods.at(request.path());
        boolean otherMethod = status == 405
                || (status == 404
                        && !there.isEmpty()
                        && !there.contains(request.method().name()));
        return otherMethod ? notAllowed(there) : answer(problem(status));
    }

    private static RestResponse<Problem> notAllowed(Set<String> there) {
        return builder(Problem.of(ProblemType.METHOD_NOT_ALLOWED))
                .header(HttpHeaders.ALLOW, String.join(", ", there))
                .build();
    }

    /** Before the schema is there, what a call misses in it will come. */
    @ServerExceptionMapper
    RestResponse<Problem> fault(Throwable failure) {
        if (!migration.isDone() || TemporaryFault.is(failure)) {
            LOG.warnf("a call could not be served: %s", failure.getClass().getSimpleName());
            return builder(Problem.of(ProblemType.UNAVAILABLE, "Please try again in a few seconds."))
                    .header(HttpHeaders.RETRY_AFTER, PATIENCE_SECONDS)
                    .build();
        }
        LOG.error("a call failed", failure);
        return answer(Problem.of(ProblemType.INTERNAL));
    }

    static Problem problem(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED);
            case 403 -> Problem.of(ProblemType.FORBIDDEN);
            case 404 -> Problem.of(ProblemType.NOT_FOUND);
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE);
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE);
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 417 -> Problem.of(ProblemType.EXPECTATION_FAILED);
            case 503 -> Problem.of(ProblemType.UNAVAILABLE);
            default -> Problem.of(status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL);
        };
    }

    private static Problem unreadable(List<JsonMappingException.Reference> path) {
        String field = path.stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? Problem.of(ProblemType.MALFORMED_BODY, "The body must be a JSON object.")
                : Problem.of(ProblemType.MALFORMED_BODY)
                        .with(List.of(new Problem.FieldError(field, "has a value of the wrong kind")));
    }

    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String field = METHOD_AND_ARGUMENT.matcher(path).replaceFirst("");
        return new Problem.FieldError(field.equals("request") ? "body" : field, violation.getMessage());
    }

    private static RestResponse<Problem> answer(Problem problem) {
        return builder(problem).build();
    }

    private static ResponseBuilder<Problem> builder(Problem problem) {
        return ResponseBuilder.<Problem>create(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(problem);
    }
}
