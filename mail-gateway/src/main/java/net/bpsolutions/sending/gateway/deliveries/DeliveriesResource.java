package net.bpsolutions.sending.gateway.deliveries;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.gateway.ledger.Cancellations;
import net.bpsolutions.sending.gateway.ledger.RequestId;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.problem.Problem;
import net.bpsolutions.sending.gateway.problem.ProblemType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of send requests; and taking them back. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveriesResource {

    private final Deliveries deliveries;
    private final Cancellations cancellations;
    private final Transactions transactions;

    DeliveriesResource(Deliveries deliveries, Cancellations cancellations, Transactions transactions) {
        this.deliveries = deliveries;
        this.cancellations = cancellations;
        this.transactions = transactions;
    }

    /** How far a request is, for each recipient. */
    @GET
    @RolesAllowed({"domains:read", "operator"})
    public Uni<Slice<Delivery>> find(@RestQuery @Nullable String clinicId, @RestQuery @Nullable String requestId) {
        return deliveries
                .of(Parameters.required("clinicId", clinicId), Parameters.required("requestId", requestId))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw unknown();
                    }
                    return new Slice<>(found, null);
                });
    }

    /** Cancels what has not begun: 204; 409 when everything has. */
    @DELETE
    @Path("/{clinicId}/{requestId}")
    @RolesAllowed({"domains:write", "operator"})
    public Uni<Void> cancel(@RestPath String clinicId, @RestPath String requestId) {
        return transactions
                .run(tx -> cancellations.cancel(tx, id(clinicId, requestId)))
                .map(result -> switch (result) {
                    case CANCELLED -> null;
                    case TOO_LATE -> throw Problem.refusal(ProblemType.TOO_LATE, "Every attempt has begun or is over.");
                    case UNKNOWN -> throw unknown();
                });
    }

    private static WebApplicationException unknown() {
        return Problem.refusal(ProblemType.UNKNOWN_REQUEST, "The clinic has none by this id.");
    }

    private static RequestId id(String clinicId, String requestId) {
        try {
            return new RequestId(clinicId, requestId);
        } catch (IllegalArgumentException nobodysId) {
            throw unknown();
        }
    }
}
