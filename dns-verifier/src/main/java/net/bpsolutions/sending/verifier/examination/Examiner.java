package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Opens examinations. */
public final class Examiner {

    private final Wire wire;
    private final Recursive recursive;
    private final RollCall rollCall;

    /**
     * For any number of domains.
     *
     * @param resolvers where name servers and foreign names are looked up; one at least
     * @param port on which authoritative servers are asked, 53 in the world
     * @param timeout of one try
     * @param retries after the first try
     */
    public Examiner(List<ServerAddress> resolvers, int port, Duration timeout, int retries) {
        this.wire = new Wire(timeout, retries);
        this.recursive = new Recursive(wire, resolvers);
        this.rollCall = new RollCall(wire, recursive, port);
    }

    /** Finds out who answers for the domain. */
    public Uni<Examination> open(DomainName domain) {
        ZoneFinder zones = new ZoneFinder(recursive, rollCall);
        return zones.holding(domain.value())
                .map(authority -> new Examination(wire, recursive, zones, domain, authority));
    }

    /** The resolvers alone, for names that belong to nobody we examine. */
    public Recursive resolvers() {
        return recursive;
    }
}
