package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One registration: what happened to it, and what an operator can do. */
@Path("/console/domains/{id}")
@Produces(MediaType.TEXT_HTML)
public class DomainResource {

    private final Template page;
    private final DomainPages pages;
    private final Actions actions;

    DomainResource(@Location("console/domain.html") Template page, DomainPages pages, Actions actions) {
        this.page = page;
        this.pages = pages;
        this.actions = actions;
    }

    /** Its story, as of a moment when one is given. */
    @GET
    @RolesAllowed(SignIn.ROLE)
    @Operation(hidden = true)
    public Uni<String> show(
            @RestPath UUID id,
            @RestQuery @DefaultValue("") String at,
            @RestQuery @DefaultValue("") String before,
            @RestQuery @Nullable String done) {
        DomainPages.Question question = new DomainPages.Question(
                Optional.of(at).filter(typed -> !typed.isBlank()).map(typed -> Utc.parse("at", typed)),
                Optional.of(before).filter(given -> !given.isEmpty()).map(given -> Utc.instant("before", given)),
                Action.of(done).map(Action::done));
        return pages.page(id, question)
                .flatMap(shown -> page.data("page", shown).createUni());
    }

    /** Acts, and shows the page again. */
    @POST
    @Path("/{action}")
    @RolesAllowed(SignIn.ROLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> act(
            @RestPath UUID id, @RestPath String action, @RestForm @Nullable String confirm) {
        Action wanted = Action.require(action);
        Confirmed.require(confirm);
        return actions.act(wanted, id)
                .replaceWith(() -> Back.to("/console/domains/" + id + "?done=" + wanted.path())
                        .build());
    }
}
