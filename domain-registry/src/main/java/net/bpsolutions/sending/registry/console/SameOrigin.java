package net.bpsolutions.sending.registry.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.problem.ProblemType;
import net.bpsolutions.sending.registry.problem.RefusedException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A form of the console is obeyed only when it was on a page of the console (Fetch Metadata, else RFC 6454 {@code Origin}). */
@ApplicationScoped
class SameOrigin {

    private static final int AFTER_THE_GATE = Priorities.AUTHORIZATION + 1;

    private final String publicAuthority;

    SameOrigin(RegistryConfig config) {
        this.publicAuthority = config.publicUrl().getRawAuthority();
    }

    @ServerRequestFilter(priority = AFTER_THE_GATE)
    void require(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST") || !ConsolePath.is(request)) {
            return;
        }
        Set<String> own = Stream.of(request.getUriInfo().getBaseUri().getRawAuthority(), publicAuthority)
                .map(authority -> authority.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!isOurs(header(request, "Sec-Fetch-Site"), header(request, "Origin"), own)) {
            throw new RefusedException(
                    ProblemType.FORBIDDEN,
                    "This form did not come from a page of the console, so nothing was changed.");
        }
    }

    /** What says neither where it came from is not obeyed: every browser says one of both, and a program has the API. */
    static boolean isOurs(Optional<String> site, Optional<String> origin, Set<String> own) {
        return site.map("same-origin"::equals)
                .orElseGet(() -> origin.flatMap(SameOrigin::authority)
                        .filter(own::contains)
                        .isPresent());
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).map(name -> name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name));
    }
}
