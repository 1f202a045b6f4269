package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import net.bpsolutions.sending.registry.paging.PageRequest;
import net.bpsolutions.sending.registry.paging.Period;
import net.bpsolutions.sending.registry.paging.Slice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Checks of a registration's records. */
@Path("/v1/domains/{id}/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "domains")
public class ChecksResource {

    private final CheckRequests requests;
    private final CheckQueries queries;

    ChecksResource(CheckRequests requests, CheckQueries queries) {
        this.requests = requests;
        this.queries = queries;
    }

    /** Has the records looked at now. */
    @POST
    @RolesAllowed("domains:write")
    @ResponseStatus(202)
    @APIResponse(
            responseCode = "202",
            description = "The records will be looked at",
            content = @Content(schema = @Schema(implementation = CheckRequestJson.class)))
    @Operation(operationId = "requestCheck", summary = "Look at the records now; at most ten times an hour")
    public Uni<CheckRequestJson> request(@RestPath UUID id) {
        return requests.onDemand(id);
    }

    /** Past checks, latest first. */
    @GET
    @RolesAllowed("domains:read")
    @Operation(operationId = "listChecks", summary = "Past checks, latest first")
    public Uni<Slice<CheckJson>> list(@RestPath UUID id, @BeanParam Period period, @Valid @BeanParam PageRequest page) {
        return queries.list(id, period, page);
    }
}
