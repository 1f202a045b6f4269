package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;

/** Finds out which of a zone's servers answer with authority; a dead one is waited for once, not per question. */
final class RollCall {

    private final Wire wire;

    /** For any zone. */
    RollCall(Wire wire) {
        this.wire = wire;
    }

    /**
     * Calls.
     *
     * @param nameservers as the zone names them
     * @param servers where they are; may be empty
     * @param faulty what is known to be wrong with some already
     */
    Uni<Authority> of(
            String apex, List<String> nameservers, List<Authority.Server> servers, List<Lookup.Unavailable> faulty) {
        Question start = new Question(apex, RrType.SOA);
        return Gathering.of(
                        servers.stream()
                                .map(server -> wire.ask(server.address(), start, Manner.ITERATIVE))
                                .toList(),
                        Reply::isAuthoritative,
                        index -> wire.health().isSilent(servers.get(index).address()),
                        wire.pace())
                .map(replies -> authority(apex, nameservers, called(servers, replies), faulty));
    }

    /** Asks every server that answers the same question. */
    Uni<List<Consensus.Heard>> heard(Authority.Zone zone, Question question) {
        return Gathering.of(
                        zone.answering().stream()
                                .map(server -> wire.ask(server.address(), question, Manner.ITERATIVE))
                                .toList(),
                        Reply::isAuthoritative,
                        index -> wire.health()
                                .isSilent(zone.answering().get(index).address()),
                        wire.pace())
                .map(replies -> called(zone.answering(), replies).stream()
                        .map(Called::heard)
                        .toList());
    }

    private List<Called> called(List<Authority.Server> servers, List<Optional<Reply>> replies) {
        IntStream.range(0, servers.size())
                .filter(index -> replies.get(index).isEmpty())
                .forEach(index -> wire.health().silent(servers.get(index).address()));
        return IntStream.range(0, servers.size())
                .mapToObj(index ->
                        new Called(servers.get(index), replies.get(index).orElseGet(Reply::silence)))
                .filter(called -> !called.reply().equals(Reply.NO_ROUTE))
                .toList();
    }

    private static Authority authority(
            String apex, List<String> nameservers, List<Called> called, List<Lookup.Unavailable> faulty) {
        List<Authority.Server> answering = called.stream()
                .filter(each -> each.reply().isAuthoritative())
                .map(Called::server)
                .toList();
        if (answering.isEmpty()) {
            return new Authority.Nobody(nameservers, why(called, faulty));
        }
        List<Lookup.Unavailable> all = new ArrayList<>(faulty);
        called.stream()
                .filter(each -> !each.reply().isAuthoritative())
                .map(each -> Consensus.lost(List.of(each.heard())))
                .forEach(all::add);
        return new Authority.Zone(apex, nameservers, answering, all);
    }

    private static Lookup.Unavailable why(List<Called> called, List<Lookup.Unavailable> faulty) {
        return called.isEmpty()
                ? faulty.stream().findFirst().orElseGet(() -> new Lookup.Unavailable(Reason.TIMEOUT, ""))
                : Consensus.lost(called.stream().map(Called::heard).toList());
    }

    private record Called(Authority.Server server, Reply reply) {
        Consensus.Heard heard() {
            return new Consensus.Heard(server.name(), reply);
        }
    }
}
