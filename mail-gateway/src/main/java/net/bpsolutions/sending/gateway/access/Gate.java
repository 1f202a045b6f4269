package net.bpsolutions.sending.gateway.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers whose token is for some clinics to those: what belongs to others does not exist for them (404). It stands
 * before every call of the API, so that a new one cannot forget it; one that names no clinic is closed to them (403).
 */
@ApplicationScoped
class Gate {

    private static final String API = "/v1/";
    private static final String CLINIC_ID = "clinicId";

    private final CurrentIdentityAssociation identities;

    Gate(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Uni<Void> admit(ContainerRequestContext request, ResourceInfo resource) {
        if (!isOfTheApi(resource)) {
            return Uni.createFrom().voidItem();
        }
        List<String> named = named(request.getUriInfo());
        return identities
                .getDeferredIdentity()
                .map(Gate::clinics)
                .flatMap(own -> own.isEmpty() || (!named.isEmpty() && own.get().containsAll(named))
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(named.isEmpty() ? new ForbiddenException() : new NotFoundException()));
    }

    /** Of the resource that was found, not of the address: how that is written is the caller's choice. */
    private static boolean isOfTheApi(ResourceInfo resource) {
        @Nullable Path path = resource.getResourceClass().getAnnotation(Path.class);
        return path != null && path.value().startsWith(API);
    }

    private static List<String> named(UriInfo address) {
        return Stream.of(address.getPathParameters(), address.getQueryParameters())
                .flatMap(parameters -> Optional.ofNullable(parameters.get(CLINIC_ID)).stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Whoever has no token is refused elsewhere. */
    private static Optional<Set<String>> clinics(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Clinics.of(token.getClaim(Clinics.CLAIM))
                : Optional.empty();
    }
}
