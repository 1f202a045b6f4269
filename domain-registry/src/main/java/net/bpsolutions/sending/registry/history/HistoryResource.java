package net.bpsolutions.sending.registry.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.PageRequest;
import net.bpsolutions.sending.registry.paging.Period;
import net.bpsolutions.sending.registry.paging.Slice;
import net.bpsolutions.sending.registry.registration.Registrations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What happened to a registration. */
@Path("/v1/domains/{id}/history")
@Tag(name = "domains")
public class HistoryResource {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final History history;

    HistoryResource(UnitOfWork unitOfWork, Registrations registrations, History history) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.history = history;
    }

    /** Past transitions, latest first. */
    @GET
    @RolesAllowed("domains:read")
    @Operation(operationId = "listHistory", summary = "Past transitions with their cause, latest first")
    public Uni<Slice<HistoryJson>> list(
            @RestPath UUID id, @BeanParam Period period, @Valid @BeanParam PageRequest page) {
        long before = Cursor.decode(page.cursor(), History.LIST, Long::valueOf).orElse(Long.MAX_VALUE);
        return unitOfWork.read(() -> registrations
                .require(id)
                .flatMap(_ -> history.before(id, before, period.since(), period.until(), page.limit()))
                .map(slice -> slice.map(HistoryJson::of)));
    }
}
