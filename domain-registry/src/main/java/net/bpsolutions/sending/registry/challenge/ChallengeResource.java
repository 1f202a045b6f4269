package net.bpsolutions.sending.registry.challenge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Asks for the verification message. */
@Path("/v1/domains/{id}/challenges")
@Tag(name = "domains")
public class ChallengeResource {

    private final UnitOfWork unitOfWork;
    private final Challenges challenges;

    ChallengeResource(UnitOfWork unitOfWork, Challenges challenges) {
        this.unitOfWork = unitOfWork;
        this.challenges = challenges;
    }

    /** Has the verification message sent to a mailbox of the domain. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("domains:write")
    @ResponseStatus(202)
    @APIResponse(responseCode = "202", description = "The message will be sent")
    @Operation(operationId = "requestChallenge", summary = "Send the verification message to a mailbox of the domain")
    public Uni<Void> request(@RestPath UUID id, @NotNull @Valid ChallengeJson request) {
        return unitOfWork.run(() -> challenges.request(id, request.mailbox()));
    }
}
