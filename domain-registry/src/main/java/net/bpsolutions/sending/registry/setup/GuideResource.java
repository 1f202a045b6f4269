package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The instructions for everyone. */
@Path("/guide")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class GuideResource {

    private final Template guide;
    private final GuidePages pages;

    GuideResource(@Location("guide.html") Template guide, GuidePages pages) {
        this.guide = guide;
        this.pages = pages;
    }

    /** How a clinic sets up its domain; with a domain, its name stands everywhere. Nothing of it is kept. */
    @GET
    @PermitAll
    @Operation(operationId = "guide", summary = "The instructions for everyone")
    public Uni<RestResponse<String>> show(@RestQuery @DefaultValue("") String domain, @BeanParam Request request) {
        return guide.data("page", pages.of(domain, request.view()))
                .createUni()
                .map(html -> Renderer.answer(RestResponse.StatusCode.OK, html, request.language()));
    }
}
