package net.bpsolutions.sending.registry.precondition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives tagged representations their {@code ETag}, writing them once for both, and answers 304 to who has them already. */
@ApplicationScoped
class Tagging {

    private final EntityTags tags;

    Tagging(EntityTags tags) {
        this.tags = tags;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Tagged representation)) {
            return;
        }
        byte[] octets = tags.octets(representation);
        String tag = EntityTags.tag(octets);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (read && response.getStatus() == 200 && isKnown(request, tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(octets);
        }
    }

    /** A header that cannot be read is no condition. */
    private static boolean isKnown(ContainerRequestContext request, String tag) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                .flatMap(TagList::parse)
                .map(known -> known.matchesWeakly(tag))
                .orElse(false);
    }
}
