package net.bpsolutions.sending.registry.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers whose token is for some clinics to those: what belongs to others does not exist for them (404). It stands
 * before every call, so that a new one cannot forget it, and
 * keeps them out of the console, which shows all clinics.
 */
@ApplicationScoped
class Gate {

    private static final String REGISTRATION = "/v1/domains";
    private static final String CONSOLE = "/console";
    private static final String CLINIC_ID = "clinicId";

    private final CurrentIdentityAssociation identities;
    private final CurrentCaller current;
    private final RegistrationOwners owners;

    Gate(CurrentIdentityAssociation identities, CurrentCaller current, RegistrationOwners owners) {
        this.identities = identities;
        this.current = current;
        this.owners = owners;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Uni<Void> admit(ContainerRequestContext request, ResourceInfo resource) {
        String template = template(resource);
        boolean console = template.startsWith(CONSOLE) && !isForEverybody(resource);
        if (!console && !template.startsWith("/v1/")) {
            return Uni.createFrom().voidItem();
        }
        return identities.getDeferredIdentity().map(Callers::of).flatMap(caller -> {
            current.is(caller);
            if (console) {
                return caller.clinics().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(ForbiddenException::new);
            }
            return caller.clinics().isEmpty()
                    ? Uni.createFrom().voidItem()
                    : admit(caller, request.getUriInfo(), resource);
        });
    }

    /** Of the resource that was found, not of the address: how that is written is the caller's choice. */
    private static String template(ResourceInfo resource) {
        @Nullable Path path = resource.getResourceClass().getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static boolean isForEverybody(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
    }

    private Uni<Void> admit(Caller caller, UriInfo address, ResourceInfo resource) {
        MultivaluedMap<String, String> path = address.getPathParameters();
        boolean narrowsItself = resource.getResourceMethod().isAnnotationPresent(NarrowsItself.class);
        Stream<String> named = Stream.of(path, address.getQueryParameters())
                .flatMap(parameters -> Optional.ofNullable(parameters.get(CLINIC_ID)).stream())
                .flatMap(values -> values.stream());
        if (!narrowsItself && !named.allMatch(caller::sees)) {
            return notFound();
        }
        @Nullable String id = path.getFirst("id");
        if (id != null && template(resource).startsWith(REGISTRATION)) {
            return owners.of(id)
                    .flatMap(owner -> owner.filter(caller::sees).isPresent()
                            ? Uni.createFrom().voidItem()
                            : notFound());
        }
        boolean namesAClinic =
                path.containsKey(CLINIC_ID) || address.getQueryParameters().containsKey(CLINIC_ID);
        return narrowsItself || namesAClinic
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(ForbiddenException::new);
    }

    private static Uni<Void> notFound() {
        return Uni.createFrom().failure(NotFoundException::new);
    }
}
