package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.registration.DomainQueries;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The clinic's setup page: whoever holds its link may read it. */
@Path("/setup/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class SetupResource {

    private final Template page;
    private final Template notFound;
    private final DomainQueries queries;
    private final SetupPages pages;

    SetupResource(
            @Location("setup.html") Template page,
            @Location("setup-not-found.html") Template notFound,
            DomainQueries queries,
            SetupPages pages) {
        this.page = page;
        this.notFound = notFound;
        this.queries = queries;
        this.pages = pages;
    }

    /** What to publish, what was found, and what to do next. */
    @GET
    @PermitAll
    @Operation(operationId = "setupPage", summary = "The clinic's setup page")
    public Uni<RestResponse<String>> show(@RestPath String token) {
        return queries.bySetupToken(token)
                .flatMap(found -> found.map(registration -> page.data("page", pages.of(registration))
                                .createUni()
                                .map(RestResponse::ok))
                        .orElseGet(() -> notFound.instance().createUni().map(SetupResource::notFound)));
    }

    private static RestResponse<String> notFound(String html) {
        return ResponseBuilder.create(RestResponse.Status.NOT_FOUND, html).build();
    }
}
