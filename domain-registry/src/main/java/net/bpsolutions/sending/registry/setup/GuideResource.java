package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.registration.Rules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The instructions for everyone. */
@Path("/guide")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "pages")
public class GuideResource {

    private static final DomainName ANY = new DomainName("yourdomain.com");

    private final Template guide;
    private final Rules rules;
    private final RegistryConfig.Vendor vendor;

    GuideResource(@Location("guide.html") Template guide, Rules rules, RegistryConfig config) {
        this.guide = guide;
        this.rules = rules;
        this.vendor = config.vendor();
    }

    /** How a clinic sets up its domain. */
    @GET
    @PermitAll
    @Operation(operationId = "guide", summary = "The instructions for everyone")
    public Uni<String> show() {
        return guide.data("page", new GuidePage(rules.expected(ANY), vendor.name(), vendor.verificationAddress()))
                .data("fallback", vendor.fallbackAddress())
                .data("spfInclude", vendor.spfInclude())
                .createUni();
    }
}
