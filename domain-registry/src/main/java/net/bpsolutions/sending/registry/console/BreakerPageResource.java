package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.breaker.BreakerSwitch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whether demotions are frozen, and their release. */
@Path("/console/breaker")
@Produces(MediaType.TEXT_HTML)
public class BreakerPageResource {

    private static final Logger LOG = Logger.getLogger(BreakerPageResource.class);

    private final Template page;
    private final BreakerSwitch breaker;
    private final RegistryConfig.Breaker config;
    private final CurrentCaller caller;

    BreakerPageResource(
            @Location("console/breaker.html") Template page,
            BreakerSwitch breaker,
            RegistryConfig config,
            CurrentCaller caller) {
        this.page = page;
        this.breaker = breaker;
        this.config = config.breaker();
        this.caller = caller;
    }

    /** How it stands. */
    @GET
    @RolesAllowed(SignIn.ROLE)
    @Operation(hidden = true)
    public Uni<String> show() {
        return breaker.show()
                .flatMap(state ->
                        page.data("page", BreakerPage.of(state, config)).createUni());
    }

    /** Frees demotions, and counts afresh. */
    @POST
    @RolesAllowed(SignIn.ROLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> release(@RestForm @Nullable String confirm) {
        Confirmed.require(confirm);
        LOG.infof("operator=%s action=release-breaker", caller.get().subject());
        return breaker.release().replaceWith(() -> Back.to("/console/breaker").build());
    }
}
