package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.registry.breaker.BreakerSwitch;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All registrations. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class OverviewResource {

    private final Template page;
    private final DomainList list;
    private final Numbers numbers;
    private final BreakerSwitch breaker;

    OverviewResource(
            @Location("console/overview.html") Template page, DomainList list, Numbers numbers, BreakerSwitch breaker) {
        this.page = page;
        this.list = list;
        this.numbers = numbers;
        this.breaker = breaker;
    }

    /** Lists and counts. */
    @GET
    @RolesAllowed(SignIn.ROLE)
    @Operation(hidden = true)
    public Uni<String> show(@BeanParam Wanted wanted) {
        return Uni.combine()
                .all()
                .unis(list.page(wanted), numbers.count(), breaker.show())
                .with((found, counted, state) -> OverviewPage.of(wanted, found, counted, state))
                .flatMap(shown -> page.data("page", shown).createUni());
    }
}
