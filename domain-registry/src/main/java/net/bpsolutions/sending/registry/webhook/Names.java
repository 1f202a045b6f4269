package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Looks up where a host is. */
interface Names {

    /** Its addresses, IPv4 first; none when it has none or cannot be looked up now. */
    Uni<List<String>> addresses(String host);
}
