package net.bpsolutions.sending.registry.suspension;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import net.bpsolutions.sending.registry.precondition.IfMatch;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.Expectations;
import net.bpsolutions.sending.registry.registration.Presenter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** An operator takes the clinic's own name away for a while. */
@Path("/v1/domains/{id}/suspension")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class SuspensionResource {

    private final Suspension suspension;
    private final Presenter presenter;
    private final Expectations expectations;

    SuspensionResource(Suspension suspension, Presenter presenter, Expectations expectations) {
        this.suspension = suspension;
        this.presenter = presenter;
        this.expectations = expectations;
    }

    /** Suspends; again changes nothing. */
    @POST
    @RolesAllowed("operator")
    @Operation(operationId = "suspendDomain", summary = "Mail of this domain falls back until the suspension is lifted")
    public Uni<DomainJson> suspend(@RestPath UUID id, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return suspension.hold(id, true, expectations.of(ifMatch)).map(presenter::present);
    }

    /** Lifts the suspension; again changes nothing. */
    @DELETE
    @RolesAllowed("operator")
    @Operation(operationId = "liftSuspension", summary = "Lift the suspension; a check follows at once")
    public Uni<DomainJson> lift(@RestPath UUID id, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return suspension.hold(id, false, expectations.of(ifMatch)).map(presenter::present);
    }
}
