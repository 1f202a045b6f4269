package net.bpsolutions.sending.registry.registration;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.registry.access.CurrentCaller;
import net.bpsolutions.sending.registry.access.NarrowsItself;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import net.bpsolutions.sending.registry.entry.Entry;
import net.bpsolutions.sending.registry.paging.PageRequest;
import net.bpsolutions.sending.registry.paging.Slice;
import net.bpsolutions.sending.registry.precondition.IfMatch;
import net.bpsolutions.sending.registry.problem.RefusedDomainException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The registrations of clinics. */
@Path("/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "domains")
public class DomainsResource {

    private final Doorkeeper doorkeeper;
    private final Registrar registrar;
    private final DomainQueries queries;
    private final Presenter presenter;
    private final Leftovers leftovers;
    private final Expectations expectations;
    private final CurrentCaller caller;

    DomainsResource(
            Doorkeeper doorkeeper,
            Registrar registrar,
            DomainQueries queries,
            Presenter presenter,
            Leftovers leftovers,
            Expectations expectations,
            CurrentCaller caller) {
        this.doorkeeper = doorkeeper;
        this.registrar = registrar;
        this.queries = queries;
        this.presenter = presenter;
        this.leftovers = leftovers;
        this.expectations = expectations;
        this.caller = caller;
    }

    /** Registers a domain for a clinic. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("domains:write")
    @NarrowsItself
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = DomainJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "Registered before",
            content = @Content(schema = @Schema(implementation = DomainJson.class)))
    @Operation(
            operationId = "registerDomain",
            summary = "Register a domain; the same pair again gives the same resource")
    public Uni<RestResponse<DomainJson>> register(@NotNull @Valid RegisterJson request) {
        if (!caller.get().sees(request.clinicId())) {
            throw new ForbiddenException();
        }
        DomainName domain = admitted(request.domain());
        return registrar
                .register(request.clinicId(), domain, request.contactEmail())
                .map(this::answer);
    }

    /** Registrations, oldest first. */
    @GET
    @RolesAllowed("domains:read")
    @NarrowsItself
    @Operation(operationId = "listDomains", summary = "Registrations, oldest first")
    public Uni<Slice<DomainJson>> list(@Valid @BeanParam DomainQuery query, @Valid @BeanParam PageRequest page) {
        return queries.list(query.filter(page.cursor(), caller.get()), page.limit())
                .map(slice -> slice.map(presenter::present));
    }

    /** One registration. */
    @GET
    @Path("/{id}")
    @RolesAllowed("domains:read")
    @Operation(operationId = "getDomain", summary = "One registration, with what to publish and what was found")
    public Uni<DomainJson> get(@RestPath UUID id) {
        return queries.get(id).map(presenter::present);
    }

    /** Removes a registration. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("domains:write")
    @Operation(
            operationId = "removeDomain",
            summary = "Remove a registration; mail falls back at once. Says which records may go from the zone")
    public Uni<RemovedJson> remove(@RestPath UUID id, @RestHeader(IfMatch.HEADER) @Nullable String ifMatch) {
        return registrar.remove(id, expectations.of(ifMatch)).map(leftovers::of);
    }

    private DomainName admitted(String typed) {
        return switch (doorkeeper.admit(typed)) {
            case Entry.Accepted(var domain) -> domain;
            case Entry.Refused refused -> throw new RefusedDomainException(refused);
        };
    }

    private RestResponse<DomainJson> answer(Registrar.Registered registered) {
        DomainJson body = presenter.present(registered.registration());
        return registered.isNew()
                ? ResponseBuilder.<DomainJson>created(URI.create("/v1/domains/" + body.id()))
                        .entity(body)
                        .build()
                : RestResponse.ok(body);
    }
}
