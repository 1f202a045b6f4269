package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;

/** Finds the addresses of name servers, IPv4 and IPv6: through the resolvers, or the glue of a referral where these fail. */
final class Directory {

    private static final int MOST_NAMES = 13;
    private static final int MOST_ADDRESSES = 16;

    /** Of a zone that holds nobody's records but delegations, a few are enough. */
    private static final int ENOUGH_ABOVE = 3;

    private final Recursive recursive;
    private final Budget budget;
    private final Pace pace;
    private final int port;
    private final Reach reach;

    /**
     * For one examination.
     *
     * @param port on which name servers are asked
     * @param reach where they may be
     */
    Directory(Recursive recursive, Budget budget, Pace pace, int port, Reach reach) {
        this.recursive = recursive;
        this.budget = budget;
        this.pace = pace;
        this.port = port;
        this.reach = reach;
    }

    /**
     * Where servers are.
     *
     * @param servers every name server comes once before any comes twice
     * @param faulty those that have no address
     */
    record Entries(List<Authority.Server> servers, List<Lookup.Unavailable> faulty) {}

    Uni<Entries> of(String apex, List<String> nameservers, Map<String, List<String>> glue) {
        List<String> some = nameservers.stream()
                .sorted()
                .limit(apex.contains(".") ? MOST_NAMES : ENOUGH_ABOVE)
                .toList();
        List<Uni<Lookup>> questions = some.stream()
                .flatMap(name -> Stream.of(RrType.A, RrType.AAAA).map(type -> address(new Question(name, type))))
                .toList();
        return Gathering.of(questions, lookup -> !lookup.records().isEmpty(), index -> false, pace)
                .map(answers -> entries(some, answers, glue));
    }

    /** Also where the signatures do not hold: that is said of the records, but the servers must be found. */
    private Uni<Lookup> address(Question question) {
        return budget.spend(() -> recursive
                .ask(question, Manner.RECURSIVE)
                .chain(reply -> reply.isServerFailure()
                        ? recursive.ask(question, Manner.CHECKING_DISABLED)
                        : Uni.createFrom().item(reply))
                .map(Reply::lookup));
    }

    private Entries entries(List<String> names, List<Optional<Lookup>> answers, Map<String, List<String>> glue) {
        List<List<Authority.Server>> byName = new ArrayList<>();
        List<Lookup.Unavailable> faulty = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            List<Optional<Lookup>> both = answers.subList(2 * index, 2 * index + 2);
            List<String> known = addresses(both);
            byName.add(servers(name, known.isEmpty() ? glue.getOrDefault(name, List.of()) : known));
            if (byName.getLast().isEmpty()) {
                faulty.add(fault(name, both));
            }
        }
        return new Entries(interleaved(byName), faulty);
    }

    private static List<String> addresses(List<Optional<Lookup>> both) {
        return both.stream()
                .flatMap(Optional::stream)
                .flatMap(lookup -> lookup.records().stream())
                .toList();
    }

    private List<Authority.Server> servers(String name, List<String> addresses) {
        List<String> usable = addresses.stream()
                .filter(reach::allows)
                .distinct()
                .limit(MOST_ADDRESSES)
                .toList();
        return usable.stream()
                .map(ip -> new Authority.Server(
                        usable.size() == 1 ? name : name + " (" + ip + ")", new ServerAddress(ip, port)))
                .toList();
    }

    private static List<Authority.Server> interleaved(List<List<Authority.Server>> byName) {
        return IntStream.range(0, MOST_ADDRESSES)
                .boxed()
                .flatMap(turn -> byName.stream()
                        .flatMap(servers -> servers.stream().skip(turn).limit(1)))
                .limit(MOST_ADDRESSES)
                .toList();
    }

    /**
     * A name server without an address is a fault of the delegation, and so is one whose address everybody refuses to give;
     * one whose address cannot be had now may be alive.
     */
    private static Lookup.Unavailable fault(String name, List<Optional<Lookup>> both) {
        return both.stream()
                .flatMap(Optional::stream)
                .flatMap(lookup -> lookup instanceof Lookup.Unavailable lost ? Stream.of(lost) : Stream.empty())
                .map(Lookup.Unavailable::reason)
                .filter(reason -> reason != Reason.REFUSED)
                .findFirst()
                .or(() -> both.stream().anyMatch(Optional::isEmpty) ? Optional.of(Reason.TIMEOUT) : Optional.empty())
                .map(reason -> new Lookup.Unavailable(reason, name))
                .orElseGet(() -> new Lookup.Unavailable(Reason.LAME_DELEGATION, name));
    }
}
