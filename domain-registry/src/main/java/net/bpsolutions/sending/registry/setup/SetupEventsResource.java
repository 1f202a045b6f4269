package net.bpsolutions.sending.registry.setup;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Tells an open setup page when there is something new. */
@Path("/setup/{token}/events")
@Tag(name = "pages")
public class SetupEventsResource {

    private static final long SOON_MILLIS = 1_000;
    private static final long LATER_MILLIS = 30_000;

    private final OpenPages pages;
    private final UnitOfWork unitOfWork;

    SetupEventsResource(OpenPages pages, UnitOfWork unitOfWork) {
        this.pages = pages;
        this.unitOfWork = unitOfWork;
    }

    /** The version of the page, now and whenever it changes; ends after a while, and the browser asks again. */
    @GET
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "setupPageEvents", summary = "Tells the setup page when there is something new")
    public Multi<OutboundSseEvent> watch(@RestPath String token, @Context Sse sse) {
        return unitOfWork
                .read(() -> Versions.of(token))
                .onItem()
                .transformToMulti(version -> version.map(known -> pages.watch(token, known)
                                .map(told -> told.map(now -> event(sse, now, SOON_MILLIS)))
                                .orElseGet(() -> only(event(sse, OpenPages.BUSY, LATER_MILLIS))))
                        .orElseGet(() -> only(event(sse, OpenPages.GONE, LATER_MILLIS))));
    }

    private static Multi<OutboundSseEvent> only(OutboundSseEvent event) {
        return Multi.createFrom().item(event);
    }

    private static OutboundSseEvent event(Sse sse, String data, long reconnectMillis) {
        return sse.newEventBuilder().reconnectDelay(reconnectMillis).data(data).build();
    }
}
