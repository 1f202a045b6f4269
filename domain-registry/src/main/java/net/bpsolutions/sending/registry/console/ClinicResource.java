package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.account.OwnAccounts;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.ClinicId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One clinic: its domains, and whether it sends through an account of its own. */
@Path("/console/clinic")
@Produces(MediaType.TEXT_HTML)
public class ClinicResource {

    private static final Logger LOG = Logger.getLogger(ClinicResource.class);

    private final Template page;
    private final ClinicPages pages;
    private final CurrentCaller caller;

    ClinicResource(@Location("console/clinic.html") Template page, ClinicPages pages, CurrentCaller caller) {
        this.page = page;
        this.pages = pages;
        this.caller = caller;
    }

    /** The clinic, by the id that OMS gave it. */
    @GET
    @RolesAllowed(SignIn.ROLE)
    @Operation(hidden = true)
    public Uni<String> show(@RestQuery @NotNull @ClinicId String id, @RestQuery @Nullable String cursor) {
        return pages.page(id, cursor).flatMap(shown -> page.data("page", shown).createUni());
    }

    /** Begins or ends its exemption. */
    @POST
    @RolesAllowed(SignIn.ROLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> exempt(
            @RestForm @NotNull @ClinicId String id, @RestForm boolean exempt, @RestForm @Nullable String confirm) {
        Confirmed.require(confirm);
        LOG.infof(
                "operator=%s action=own-account clinicId=%s exempt=%s",
                caller.get().subject(), id, exempt);
        return pages.exempt(id, exempt).replaceWith(() -> Back.to(address(id)).build());
    }

    static String address(String id) {
        return "/console/clinic?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Fills the page, and does what it offers. */
    @ApplicationScoped
    static class ClinicPages {

        private final DomainList list;
        private final OwnAccounts accounts;
        private final UnitOfWork unitOfWork;

        ClinicPages(DomainList list, OwnAccounts accounts, UnitOfWork unitOfWork) {
            this.list = list;
            this.accounts = accounts;
            this.unitOfWork = unitOfWork;
        }

        Uni<ClinicPage> page(String id, @Nullable String cursor) {
            Wanted wanted = new Wanted();
            wanted.clinic = id;
            wanted.cursor = cursor;
            return Uni.combine()
                    .all()
                    .unis(list.page(wanted), unitOfWork.read(() -> accounts.show(id)))
                    .with((found, account) -> ClinicPage.of(found, account));
        }

        Uni<Void> exempt(String id, boolean exempt) {
            return unitOfWork.run(() -> accounts.become(id, exempt, _ -> {}));
        }
    }
}
