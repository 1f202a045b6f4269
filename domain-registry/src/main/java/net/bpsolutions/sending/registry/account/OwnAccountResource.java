package net.bpsolutions.sending.registry.account;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.precondition.EntityTags;
import net.bpsolutions.sending.registry.precondition.IfMatch;
import net.bpsolutions.sending.registry.registration.ClinicId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Exempts a clinic that sends through a provider account of its own. */
@Path("/v1/clinics/{clinicId}/own-account")
@Tag(name = "clinics")
public class OwnAccountResource {

    private final UnitOfWork unitOfWork;
    private final OwnAccounts accounts;
    private final EntityTags tags;

    OwnAccountResource(UnitOfWork unitOfWork, OwnAccounts accounts, EntityTags tags) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.tags = tags;
    }

    /** Whether the clinic is exempt. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("domains:read")
    @Operation(operationId = "getOwnAccount", summary = "Whether mail of this clinic leaves through its own account")
    public Uni<OwnAccountJson> get(@RestPath @ClinicId String clinicId) {
        return unitOfWork.read(() -> accounts.show(clinicId));
    }

    /** Exempts the clinic; again changes nothing. */
    @PUT
    @RolesAllowed("domains:write")
    @Operation(
            operationId = "beginOwnAccount",
            summary = "Mail of this clinic leaves unchanged, through its own account")
    public Uni<Void> begin(@RestPath @ClinicId String clinicId, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return become(clinicId, true, IfMatch.of(ifMatch));
    }

    /** Ends the exemption; again changes nothing. */
    @DELETE
    @RolesAllowed("domains:write")
    @Operation(operationId = "endOwnAccount", summary = "Mail of this clinic leaves as the status of its domains says")
    public Uni<Void> end(@RestPath @ClinicId String clinicId, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return become(clinicId, false, IfMatch.of(ifMatch));
    }

    private Uni<Void> become(String clinicId, boolean exempt, IfMatch expected) {
        return unitOfWork.run(() -> accounts.become(clinicId, exempt, state -> expected.require(() -> tags.of(state))));
    }
}
