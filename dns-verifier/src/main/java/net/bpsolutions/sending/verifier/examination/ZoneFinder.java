package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Remembered;
import net.bpsolutions.sending.verifier.lookup.RrType;

/**
 * Finds the zone that holds an owner name, which may be delegated below the clinic's domain, and remembers it for the
 * length of one examination. Where the resolvers do not tell, the servers of the zone above are asked.
 */
final class ZoneFinder {

    private final Recursive recursive;
    private final Directory directory;
    private final RollCall rollCall;
    private final Budget budget;
    private final Map<String, Uni<Authority>> holding = new ConcurrentHashMap<>();
    private final Map<String, Uni<Authority>> referred = new ConcurrentHashMap<>();

    /** Set when the resolvers give a name server only with CD set. */
    private volatile boolean suspicious;

    /**
     * The name below which a resolver turned out to be authoritative itself, so that it can stand in for name servers
     * that cannot be found: so it is on one machine, where one server holds every zone there is.
     */
    private volatile String authoredBelow = "";

    ZoneFinder(Recursive recursive, Directory directory, RollCall rollCall, Budget budget) {
        this.recursive = recursive;
        this.directory = directory;
        this.rollCall = rollCall;
        this.budget = budget;
    }

    /** Whether the resolvers held something of what was asked so far to be bogus (DNSSEC). */
    boolean isSuspicious() {
        return suspicious;
    }

    Uni<Authority> holding(String name) {
        return holding.computeIfAbsent(
                name, key -> Remembered.of(() -> nameservers(key).chain(reply -> decide(key, reply))));
    }

    /** The zone that a server of a zone above refers to. */
    Uni<Authority> referred(Referral referral) {
        return referred.computeIfAbsent(
                referral.zone(), zone -> Remembered.of(() -> called(zone, referral.nameservers(), referral.glue())));
    }

    private Uni<Reply> nameservers(String name) {
        if (!budget.allows()) {
            return Uni.createFrom().item(Reply.silence());
        }
        Question question = new Question(name, RrType.NS);
        return recursive
                .ask(question, Manner.RECURSIVE)
                .chain(reply -> reply.isServerFailure()
                        ? unchecked(question, reply)
                        : Uni.createFrom().item(reply));
    }

    private Uni<Reply> unchecked(Question question, Reply failure) {
        return recursive.ask(question, Manner.CHECKING_DISABLED).map(reply -> {
            suspicious |= reply.isDefinite();
            return reply.isDefinite() ? reply : failure;
        });
    }

    private Uni<Authority> decide(String name, Reply reply) {
        if (reply.isAuthoritative()) {
            authoredBelow = name;
        }
        if (reply.referral().isPresent() && reply.referral().get().zone().equals(name)) {
            return referred(reply.referral().get());
        }
        return switch (reply.lookup()) {
            case Lookup.Answer(var nameservers, var _) -> called(name, nameservers, Map.of());
            case Lookup.Alias _, Lookup.NoData _, Lookup.NoSuchDomain _ -> above(name);
            case Lookup.Unavailable(Reason reason, var _) when reason == Reason.LAME_DELEGATION -> above(name);
            case Lookup.Unavailable lost -> fromAbove(name, lost);
        };
    }

    private Uni<Authority> called(String apex, List<String> nameservers, Map<String, List<String>> glue) {
        return directory
                .of(apex, nameservers, glue)
                .chain(entries -> rollCall.of(apex, nameservers, entries.servers(), entries.faulty())
                        .chain(authority -> switch (authority) {
                            case Authority.Nobody(var _, var reason)
                            when entries.servers().isEmpty() && reason.reason() == Reason.LAME_DELEGATION ->
                                standIn(nameservers, reason);
                            case Authority.Nobody _, Authority.Zone _ ->
                                Uni.createFrom().item(authority);
                        }));
    }

    private Uni<Authority> above(String name) {
        String parent = OwnerName.parent(name);
        return parent.isEmpty()
                ? standIn(List.of(), new Lookup.Unavailable(Reason.LAME_DELEGATION, ""))
                : holding(parent);
    }

    /** Resolvers that do not answer at all do not answer for the parent either. */
    private Uni<Authority> fromAbove(String name, Lookup.Unavailable lost) {
        String parent = OwnerName.parent(name);
        boolean outOfReach = lost.reason() == Reason.TIMEOUT
                && OwnerName.upwards(parent).stream().noneMatch(holding::containsKey);
        if (parent.isEmpty() || outOfReach) {
            return standIn(List.of(), lost);
        }
        return holding(parent).chain(authority -> switch (authority) {
            case Authority.Nobody _ -> standIn(List.of(), lost);
            case Authority.Zone zone -> delegated(zone, name);
        });
    }

    /** The zone itself when its servers do not refer to another. */
    private Uni<Authority> delegated(Authority.Zone zone, String name) {
        return rollCall.heard(zone, new Question(name, RrType.NS))
                .chain(heard -> deeper(zone, heard)
                        .map(this::referred)
                        .orElseGet(() -> Uni.createFrom().item(zone)));
    }

    /** A referral that leads down, not up or in a circle. */
    static Optional<Referral> deeper(Authority.Zone zone, List<Consensus.Heard> heard) {
        return heard.stream()
                .flatMap(each -> each.reply().referral().stream())
                .filter(referral ->
                        !referral.zone().equals(zone.apex()) && OwnerName.isWithin(referral.zone(), zone.apex()))
                .findFirst();
    }

    private Uni<Authority> standIn(List<String> nameservers, Lookup.Unavailable otherwise) {
        if (authoredBelow.isEmpty()) {
            return Uni.createFrom().item(new Authority.Nobody(nameservers, otherwise));
        }
        List<Authority.Server> resolvers = recursive.resolvers().stream()
                .map(resolver -> new Authority.Server(resolver.toString(), resolver))
                .toList();
        return rollCall.of(authoredBelow, nameservers, resolvers, List.of()).map(authority -> switch (authority) {
            case Authority.Nobody _ -> new Authority.Nobody(nameservers, otherwise);
            case Authority.Zone zone -> zone;
        });
    }
}
