package net.bpsolutions.sending.registry.review;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import net.bpsolutions.sending.registry.precondition.IfMatch;
import net.bpsolutions.sending.registry.registration.DomainJson;
import net.bpsolutions.sending.registry.registration.Expectations;
import net.bpsolutions.sending.registry.registration.Presenter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** An operator decides where a proof by mail does not count, or where a name looks like another. */
@Path("/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class ReviewResource {

    private final Review review;
    private final Presenter presenter;
    private final Expectations expectations;

    ReviewResource(Review review, Presenter presenter, Expectations expectations) {
        this.review = review;
        this.presenter = presenter;
        this.expectations = expectations;
    }

    /** Takes the clinic's word that the domain is its own; again changes nothing. */
    @POST
    @Path("/{id}/approval")
    @RolesAllowed("operator")
    @Operation(
            operationId = "approveDomain",
            summary = "Agree that the domain is the clinic's own; counts as proof of ownership")
    public Uni<DomainJson> approve(@RestPath UUID id, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return review.approve(id, expectations.of(ifMatch)).map(presenter::present);
    }

    /** Clears the flag; again changes nothing. */
    @DELETE
    @Path("/{id}/flag")
    @RolesAllowed("operator")
    @Operation(
            operationId = "clearFlag",
            summary = "Clear the flag; a flagged registration is not verified before. Says nothing about ownership")
    public Uni<DomainJson> unflag(@RestPath UUID id, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return review.unflag(id, expectations.of(ifMatch)).map(presenter::present);
    }
}
