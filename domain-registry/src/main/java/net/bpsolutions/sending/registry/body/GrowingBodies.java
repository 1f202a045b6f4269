package net.bpsolutions.sending.registry.body;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts bodies whose length is not told before; the framework would end them without a problem. */
@ApplicationScoped
class GrowingBodies {

    private static final int AFTER_THE_GATE = Priorities.AUTHORIZATION + 2;

    @ServerRequestFilter(priority = AFTER_THE_GATE)
    Uni<Void> count(ContainerRequestContext request) {
        return request.getMethod().equals("POST") && request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                ? Bodies.read(request).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
