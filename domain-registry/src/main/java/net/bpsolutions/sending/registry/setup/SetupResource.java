package net.bpsolutions.sending.registry.setup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The clinic's setup page: whoever holds its link may read it. */
@Path("/setup/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class SetupResource {

    private final Stories stories;
    private final Renderer renderer;

    SetupResource(Stories stories, Renderer renderer) {
        this.stories = stories;
        this.renderer = renderer;
    }

    /** What to publish, what was found, and what to do next. */
    @GET
    @PermitAll
    @Operation(operationId = "setupPage", summary = "The clinic's setup page")
    public Uni<RestResponse<String>> show(@RestPath String token, @BeanParam Request request) {
        return stories.of(token)
                .flatMap(found -> found.map(story -> renderer.page(200, story, request.view()))
                        .orElseGet(() -> renderer.notFound(request.language())));
    }
}
