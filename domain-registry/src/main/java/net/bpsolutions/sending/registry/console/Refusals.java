package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a person in a browser a page where a program gets a problem; without a token, the one to sign in. */
@ApplicationScoped
class Refusals {

    private static final int UNAUTHENTICATED = 401;

    private final Template signIn;
    private final Template refused;

    Refusals(@Location("console/sign-in.html") Template signIn, @Location("console/refused.html") Template refused) {
        this.signIn = signIn;
        this.refused = refused;
    }

    @ServerResponseFilter
    Uni<Void> show(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem) || !ConsolePath.is(request) || !wantsPages(request)) {
            return Uni.createFrom().voidItem();
        }
        Uni<String> page = problem.status() == UNAUTHENTICATED
                ? signIn.data("reason", null, "to", ConsolePath.of(request)).createUni()
                : refused.data("problem", problem).createUni();
        return page.invoke(html -> response.setEntity(html, null, MediaType.TEXT_HTML_TYPE))
                .replaceWithVoid();
    }

    private static boolean wantsPages(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type ->
                        type.getType().equals("text") && type.getSubtype().equals("html"));
    }
}
