package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Finds the addresses of a zone's name servers, and which of them answer; a dead one is asked once, not per question. */
final class RollCall {

    private static final int MOST_SERVERS = 8;

    private final Wire wire;
    private final Recursive recursive;
    private final int port;

    /**
     * For any zone.
     *
     * @param port on which name servers are asked
     */
    RollCall(Wire wire, Recursive recursive, int port) {
        this.wire = wire;
        this.recursive = recursive;
        this.port = port;
    }

    Uni<Authority> of(String apex, List<String> nameservers) {
        List<String> some = nameservers.stream().sorted().limit(MOST_SERVERS).toList();
        return Uni.join()
                .all(some.stream().map(this::addresses).toList())
                .andFailFast()
                .chain(lookups -> call(apex, nameservers, servers(some, lookups), lookups));
    }

    /** Asks {@code servers} directly; they stand in for name servers that have no address. */
    Uni<Authority> ofServers(String apex, List<String> nameservers, List<Authority.Server> servers) {
        return Uni.join()
                .all(servers.stream().map(server -> present(apex, server)).toList())
                .andFailFast()
                .map(called -> authority(apex, nameservers, called));
    }

    private Uni<Authority> call(
            String apex, List<String> nameservers, List<Authority.Server> servers, List<Lookup> lookups) {
        if (!servers.isEmpty()) {
            return ofServers(apex, nameservers, servers);
        }
        Lookup.Unavailable why = lookups.stream()
                .flatMap(lookup -> lookup instanceof Lookup.Unavailable lost ? Stream.of(lost) : Stream.empty())
                .filter(lost -> lost.reason() != Reason.REFUSED)
                .findFirst()
                .orElseGet(() -> new Lookup.Unavailable(Reason.LAME_DELEGATION, String.join(", ", nameservers)));
        return Uni.createFrom().item(new Authority.Nobody(nameservers, why));
    }

    private Uni<Lookup> addresses(String nameserver) {
        return recursive
                .lookup(new Question(nameserver, RrType.A))
                .chain(lookup -> lookup instanceof Lookup.NoData
                        ? recursive.lookup(new Question(nameserver, RrType.AAAA))
                        : Uni.createFrom().item(lookup));
    }

    private List<Authority.Server> servers(List<String> nameservers, List<Lookup> lookups) {
        return Stream.iterate(0, index -> index < lookups.size(), index -> index + 1)
                .flatMap(index -> lookups.get(index).records().stream()
                        .limit(1)
                        .map(ip -> new Authority.Server(nameservers.get(index), new ServerAddress(ip, port))))
                .toList();
    }

    private Uni<Called> present(String apex, Authority.Server server) {
        return wire.ask(server.address(), new Question(apex, RrType.SOA), false)
                .map(reply -> new Called(server, fault(server, reply)));
    }

    private static Optional<Lookup.Unavailable> fault(Authority.Server server, Reply reply) {
        if (reply.lookup() instanceof Lookup.Unavailable(var reason, var _)) {
            return Optional.of(new Lookup.Unavailable(reason, server.name()));
        }
        return reply.authoritative()
                ? Optional.empty()
                : Optional.of(new Lookup.Unavailable(Reason.LAME_DELEGATION, server.name()));
    }

    private static Authority authority(String apex, List<String> nameservers, List<Called> called) {
        List<Authority.Server> answering = called.stream()
                .filter(each -> each.fault().isEmpty())
                .map(Called::server)
                .toList();
        List<Lookup.Unavailable> faulty =
                called.stream().map(Called::fault).flatMap(Optional::stream).toList();
        return answering.isEmpty()
                ? new Authority.Nobody(nameservers, faulty.getFirst())
                : new Authority.Zone(apex, nameservers, answering, faulty);
    }

    private record Called(Authority.Server server, Optional<Lookup.Unavailable> fault) {}
}
