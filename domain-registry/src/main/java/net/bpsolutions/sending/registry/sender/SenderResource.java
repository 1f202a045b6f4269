package net.bpsolutions.sending.registry.sender;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.ClinicId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Answers what a mail would look like. */
@Path("/v1/senders/{address}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "senders")
public class SenderResource {

    private final UnitOfWork unitOfWork;
    private final Senders senders;

    SenderResource(UnitOfWork unitOfWork, Senders senders) {
        this.unitOfWork = unitOfWork;
        this.senders = senders;
    }

    /** What a mail of the clinic from this address would look like now. */
    @GET
    @RolesAllowed("domains:read")
    @Operation(operationId = "getSender", summary = "What a mail from this address would look like now")
    public Uni<SenderJson> get(@RestPath String address, @RestQuery @NotNull @ClinicId String clinicId) {
        Address sender = Address.parse(address);
        return unitOfWork.read(() -> senders.of(clinicId, sender));
    }
}
