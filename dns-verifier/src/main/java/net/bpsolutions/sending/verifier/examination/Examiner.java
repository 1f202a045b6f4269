package net.bpsolutions.sending.verifier.examination;

import io.netty.channel.EventLoopGroup;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Opens examinations. */
public final class Examiner {

    private final Wire wire;
    private final Recursive recursive;
    private final RollCall rollCall;
    private final int port;
    private final Reach reach;

    /**
     * For any number of domains.
     *
     * @param loops run everything; nothing waits on them
     */
    public Examiner(EventLoopGroup loops, Clock clock, Settings settings) {
        Pace pace = new Pace(settings.timeout(), settings.retries(), loops);
        this.wire = new Wire(new Sockets(loops), new Health(clock), pace);
        this.recursive = new Recursive(wire, settings.resolvers());
        this.rollCall = new RollCall(wire);
        this.port = settings.port();
        this.reach = Reach.of(settings.port());
    }

    /**
     * Whom to ask, and how patiently.
     *
     * @param resolvers where name servers and foreign names are looked up; one at least
     * @param port on which authoritative servers are asked, 53 in the world
     * @param timeout for one question at one server, all tries together
     * @param retries after the first try
     */
    public record Settings(List<ServerAddress> resolvers, int port, Duration timeout, int retries) {}

    /** Finds out who answers for the domain. */
    public Uni<Examination> open(DomainName domain) {
        Budget budget = new Budget();
        Directory directory = new Directory(recursive, budget, wire.pace(), port, reach);
        ZoneFinder zones = new ZoneFinder(recursive, directory, rollCall, budget);
        var parts = new Examination.Parts(recursive, rollCall, zones, budget, wire.pace());
        return zones.holding(domain.value()).map(authority -> new Examination(parts, domain, authority));
    }

    /** The resolvers alone, for names that belong to nobody we examine. */
    public Recursive resolvers() {
        return recursive;
    }
}
