package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.access.NarrowsItself;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.PageRequest;
import net.bpsolutions.sending.registry.paging.Slice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where sender-status is told over HTTP. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
public class WebhookResource {

    private static final String LIST = "webhooks";

    private final Webhooks webhooks;
    private final WebhookTable table;
    private final CurrentCaller caller;

    WebhookResource(Webhooks webhooks, WebhookTable table, CurrentCaller caller) {
        this.webhooks = webhooks;
        this.table = table;
        this.caller = caller;
    }

    /** Adds a webhook. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("domains:write")
    @NarrowsItself
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = WebhookSecretJson.class)))
    @Operation(
            operationId = "addWebhook",
            summary = "Have every change of sender-status sent to an address of yours",
            description =
                    "Deliveries are signed as Standard Webhooks says: check webhook-signature with the secret of this"
                            + " answer, which is not shown again. They may come twice and out of order; webhook-id is the same"
                            + " for the same event, and sequence in it counts per domain. Failures are repeated for three days.")
    public Uni<RestResponse<WebhookSecretJson>> add(@NotNull @Valid NewWebhookJson request) {
        return webhooks.add(caller.get(), request)
                .map(added -> ResponseBuilder.<WebhookSecretJson>created(
                                URI.create("/v1/webhooks/" + added.webhook().id()))
                        .entity(added)
                        .build());
    }

    /** Webhooks, oldest first. */
    @GET
    @RolesAllowed("domains:read")
    @NarrowsItself
    @Operation(operationId = "listWebhooks", summary = "Webhooks, oldest first")
    public Uni<Slice<WebhookJson>> list(@Valid @BeanParam PageRequest page) {
        Optional<Cursor> after = Cursor.decode(page.cursor(), LIST, Cursor::parse);
        return table.list(caller.get(), after, page.limit())
                .map(found -> Slice.of(
                                found, page.limit(), LIST, last -> new Cursor(last.createdAt(), last.id()).position())
                        .map(WebhookJson::of));
    }

    /** One webhook. */
    @GET
    @Path("/{id}")
    @RolesAllowed("domains:read")
    @NarrowsItself
    @Operation(operationId = "getWebhook", summary = "One webhook, and how its deliveries fare")
    public Uni<WebhookJson> get(@RestPath UUID id) {
        return table.get(caller.get(), id)
                .map(found -> found.map(WebhookJson::of).orElseThrow(NotFoundException::new));
    }

    /** Removes a webhook, with what was still to be sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("domains:write")
    @NarrowsItself
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook; what was not delivered yet is dropped")
    public Uni<Void> remove(@RestPath UUID id) {
        return table.delete(caller.get(), id).invoke(WebhookResource::require).replaceWithVoid();
    }

    /** Gives a webhook a new secret. */
    @POST
    @Path("/{id}/secret")
    @RolesAllowed("domains:write")
    @NarrowsItself
    @Operation(operationId = "rotateWebhookSecret", summary = "Make a new secret; the old one signs along for a day")
    public Uni<WebhookSecretJson> rotate(@RestPath UUID id) {
        return webhooks.rotate(caller.get(), id);
    }

    private static void require(boolean found) {
        if (!found) {
            throw new NotFoundException();
        }
    }
}
