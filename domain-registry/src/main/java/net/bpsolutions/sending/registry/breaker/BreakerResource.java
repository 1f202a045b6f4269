package net.bpsolutions.sending.registry.breaker;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows whether demotions are frozen, and lets an operator free them. */
@Path("/v1/breaker")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class BreakerResource {

    private final UnitOfWork unitOfWork;
    private final Breaker breaker;
    private final InstantSource clock;

    BreakerResource(UnitOfWork unitOfWork, Breaker breaker, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** Whether demotions are frozen, and why. */
    @GET
    @RolesAllowed("operator")
    @Operation(operationId = "getBreaker", summary = "Whether demotions are frozen because too much went bad at once")
    public Uni<BreakerJson> get() {
        Instant now = clock.instant();
        return unitOfWork.read(() -> breaker.state().flatMap(state -> shown(state, now)));
    }

    /** Frees demotions, and counts afresh. */
    @DELETE
    @RolesAllowed("operator")
    @Operation(operationId = "resetBreaker", summary = "Free demotions: what was counted so far counts no more")
    public Uni<BreakerJson> reset() {
        Instant now = clock.instant();
        return unitOfWork.run(
                () -> breaker.locked().invoke(state -> state.reset(now)).flatMap(state -> shown(state, now)));
    }

    private Uni<BreakerJson> shown(BreakerState state, Instant now) {
        return breaker.sweep(state, now).map(sweep -> BreakerJson.of(state, sweep));
    }
}
