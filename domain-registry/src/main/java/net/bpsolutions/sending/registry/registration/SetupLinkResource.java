package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import net.bpsolutions.sending.registry.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The address of a registration's setup page. */
@Path("/v1/domains/{id}/setup-link")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "domains")
public class SetupLinkResource {

    private final SetupLinks links;
    private final Presenter presenter;
    private final Expectations expectations;

    SetupLinkResource(SetupLinks links, Presenter presenter, Expectations expectations) {
        this.links = links;
        this.presenter = presenter;
        this.expectations = expectations;
    }

    /** Replaces the link, when it came into wrong hands. */
    @POST
    @RolesAllowed("domains:write")
    @Operation(
            operationId = "replaceSetupLink",
            summary = "Give the setup page a new link; the old one, in mails as well, leads nowhere from now on")
    public Uni<DomainJson> replace(@RestPath UUID id, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return links.replace(id, expectations.of(ifMatch)).map(presenter::present);
    }
}
