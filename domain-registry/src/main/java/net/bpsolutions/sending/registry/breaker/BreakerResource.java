package net.bpsolutions.sending.registry.breaker;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows whether demotions are frozen, and lets an operator free them. */
@Path("/v1/breaker")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class BreakerResource {

    private final BreakerSwitch breaker;

    BreakerResource(BreakerSwitch breaker) {
        this.breaker = breaker;
    }

    /** Whether demotions are frozen, and why. */
    @GET
    @RolesAllowed("operator")
    @Operation(operationId = "getBreaker", summary = "Whether demotions are frozen because too much went bad at once")
    public Uni<BreakerJson> get() {
        return breaker.show();
    }

    /** Frees demotions, and counts afresh. */
    @DELETE
    @RolesAllowed("operator")
    @Operation(operationId = "resetBreaker", summary = "Free demotions: what was counted so far counts no more")
    public Uni<BreakerJson> reset() {
        return breaker.release();
    }
}
