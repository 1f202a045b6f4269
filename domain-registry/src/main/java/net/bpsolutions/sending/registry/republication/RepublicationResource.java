package net.bpsolutions.sending.registry.republication;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Rebuilds the topic sender-status: readers see the same events again, by id and sequence. */
@Path("/v1/sender-status/republication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class RepublicationResource {

    private final UnitOfWork unitOfWork;
    private final Republications requests;
    private final InstantSource clock;

    RepublicationResource(UnitOfWork unitOfWork, Republications requests, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.requests = requests;
        this.clock = clock;
    }

    /** Asks for it; it goes on in the background. */
    @POST
    @RolesAllowed("operator")
    @ResponseStatus(202)
    @APIResponse(responseCode = "202", description = "Every sender-status will be published once more")
    @Operation(operationId = "republishSenderStatus", summary = "Publish the current sender-status of everything again")
    public Uni<RepublicationJson> request() {
        UUID id = UUID.randomUUID();
        return unitOfWork
                .run(() -> requests.persist(new Republication(id, clock.instant())))
                .map(RepublicationJson::of);
    }

    /** How far it has come. */
    @GET
    @Path("/{id}")
    @RolesAllowed("operator")
    @Operation(operationId = "getRepublication", summary = "How far a republication has come")
    public Uni<RepublicationJson> get(@RestPath UUID id) {
        return unitOfWork
                .read(() -> requests.findById(id))
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .map(RepublicationJson::of);
    }
}
