package net.bpsolutions.sending.registry.notice;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the contact says that it wants no more mails; a look changes nothing, for programs look at links, too. */
@Path("/setup/{token}/notices")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class NoticesResource {

    private final Template page;
    private final Template notFound;
    private final Preferences preferences;

    NoticesResource(
            @Location("notices.html") Template page,
            @Location("setup-not-found.html") Template notFound,
            Preferences preferences) {
        this.page = page;
        this.notFound = notFound;
        this.preferences = preferences;
    }

    /** Asks. */
    @GET
    @PermitAll
    @Operation(operationId = "noticesPage", summary = "Asks whether the contact wants no more mails about the domain")
    public Uni<RestResponse<String>> ask(@RestPath String token) {
        return preferences.domain(token).flatMap(domain -> show(domain, "ask"));
    }

    /** Does it. */
    @POST
    @PermitAll
    @Operation(operationId = "setNotices", summary = "No more mails about the domain, or mails again")
    public Uni<RestResponse<String>> set(@RestPath String token, @RestForm @DefaultValue("off") String notices) {
        boolean off = !notices.equals("on");
        return preferences.set(token, off).flatMap(domain -> show(domain, off ? "off" : "on"));
    }

    private Uni<RestResponse<String>> show(Optional<String> domain, String state) {
        return domain.map(known -> page.data("domain", known)
                        .data("state", state)
                        .createUni()
                        .map(RestResponse::ok))
                .orElseGet(() -> notFound.instance()
                        .createUni()
                        .map(html -> RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_FOUND, html)
                                .build()));
    }
}
