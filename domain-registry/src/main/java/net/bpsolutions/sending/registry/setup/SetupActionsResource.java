package net.bpsolutions.sending.registry.setup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the holder of the link may have done; it counts against the same limits as calls of the API. */
@Path("/setup/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class SetupActionsResource {

    private final SetupActions actions;

    SetupActionsResource(SetupActions actions) {
        this.actions = actions;
    }

    /** Has the records looked at now. */
    @POST
    @Path("/checks")
    @PermitAll
    @Operation(operationId = "setupPageCheck", summary = "Look at the records now; 303 back to the page")
    public Uni<RestResponse<String>> check(@RestPath String token, @BeanParam Request request) {
        return actions.check(token, request.view());
    }

    /** Has the verification message sent. The mailbox stands in the body of the form, or in the address. */
    @POST
    @Path("/challenges")
    @PermitAll
    @Operation(
            operationId = "setupPageChallenge",
            summary = "Send the verification message to a mailbox of the domain; 303 back to the page")
    public Uni<RestResponse<String>> challenge(
            @RestPath String token,
            @RestQuery @Nullable String mailbox,
            @BeanParam Request request,
            @Nullable String form) {
        return actions.challenge(token, mailbox == null ? Form.field(form, "mailbox") : mailbox, request.view());
    }
}
