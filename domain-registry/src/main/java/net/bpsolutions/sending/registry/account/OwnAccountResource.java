package net.bpsolutions.sending.registry.account;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.ClinicId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Exempts a clinic that sends through a provider account of its own. */
@Path("/v1/clinics/{clinicId}/own-account")
@Tag(name = "clinics")
public class OwnAccountResource {

    private final UnitOfWork unitOfWork;
    private final OwnAccounts accounts;

    OwnAccountResource(UnitOfWork unitOfWork, OwnAccounts accounts) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
    }

    /** Exempts the clinic; again changes nothing. */
    @PUT
    @RolesAllowed("domains:write")
    @Operation(
            operationId = "beginOwnAccount",
            summary = "Mail of this clinic leaves unchanged, through its own account")
    public Uni<Void> begin(@RestPath @ClinicId String clinicId) {
        return unitOfWork.run(() -> accounts.become(clinicId, true));
    }

    /** Ends the exemption; again changes nothing. */
    @DELETE
    @RolesAllowed("domains:write")
    @Operation(operationId = "endOwnAccount", summary = "Mail of this clinic leaves as the status of its domains says")
    public Uni<Void> end(@RestPath @ClinicId String clinicId) {
        return unitOfWork.run(() -> accounts.become(clinicId, false));
    }
}
