package net.bpsolutions.sending.registry.suspension;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.Presenter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** An operator takes the clinic's own name away for a while. */
@Path("/v1/domains/{id}/suspension")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class SuspensionResource {

    private final Suspension suspension;
    private final Presenter presenter;

    SuspensionResource(Suspension suspension, Presenter presenter) {
        this.suspension = suspension;
        this.presenter = presenter;
    }

    /** Suspends; again changes nothing. */
    @POST
    @RolesAllowed("operator")
    @Operation(operationId = "suspendDomain", summary = "Mail of this domain falls back until the suspension is lifted")
    public Uni<DomainJson> suspend(@RestPath UUID id) {
        return suspension.hold(id, true).map(presenter::present);
    }

    /** Lifts the suspension; again changes nothing. */
    @DELETE
    @RolesAllowed("operator")
    @Operation(operationId = "liftSuspension", summary = "Lift the suspension; a check follows at once")
    public Uni<DomainJson> lift(@RestPath UUID id) {
        return suspension.hold(id, false).map(presenter::present);
    }
}
