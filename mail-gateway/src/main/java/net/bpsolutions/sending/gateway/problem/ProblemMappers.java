package net.bpsolutions.sending.gateway.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.startup.StartupGate;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every refusal and failure into a problem; nothing of the program's inside gets out. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String PATIENCE_SECONDS = "5";

    private final StartupGate startup;

    ProblemMappers(StartupGate startup) {
        this.startup = startup;
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated() {
        return Problem.answer(ProblemType.UNAUTHENTICATED, null)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden() {
        return Problem.answer(ProblemType.FORBIDDEN, null).build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException failure) {
        Response answer = failure.getResponse();
        return answer.hasEntity()
                ? answer
                : Problem.answer(Response.fromResponse(answer), Problem.of(ProblemType.of(answer.getStatus()), null))
                        .build();
    }

    /** Before the schema is there, what a call misses in it will come. */
    @ServerExceptionMapper
    Response fault(Throwable failure) {
        if (!startup.isOpen() || TemporaryFaults.isTemporary(failure)) {
            LOG.warnf("a call could not be served: %s", failure.getClass().getSimpleName());
            return Problem.answer(ProblemType.UNAVAILABLE, "Please try again in a few seconds.")
                    .header(HttpHeaders.RETRY_AFTER, PATIENCE_SECONDS)
                    .build();
        }
        LOG.error("a call failed", failure);
        return Problem.answer(ProblemType.INTERNAL, null).build();
    }
}
