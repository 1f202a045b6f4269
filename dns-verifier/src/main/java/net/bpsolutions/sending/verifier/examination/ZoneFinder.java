package net.bpsolutions.sending.verifier.examination;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.RrType;

/**
 * Finds the zone that holds an owner name, which may be delegated below the clinic's domain, and remembers it for the
 * length of one examination.
 */
final class ZoneFinder {

    private final Recursive recursive;
    private final RollCall rollCall;
    private final Map<String, Uni<Authority>> known = new ConcurrentHashMap<>();

    /**
     * The name below which a resolver turned out to be authoritative itself, so that it can stand in for name servers
     * that cannot be found: so it is on one machine, where one server holds every zone there is.
     */
    private volatile String authoredBelow = "";

    ZoneFinder(Recursive recursive, RollCall rollCall) {
        this.recursive = recursive;
        this.rollCall = rollCall;
    }

    Uni<Authority> holding(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    private Uni<Authority> find(String name) {
        return Uni.createFrom()
                .deferred(() -> recursive.ask(new Question(name, RrType.NS)))
                .chain(reply -> decide(name, reply))
                .memoize()
                .indefinitely();
    }

    private Uni<Authority> decide(String name, Reply reply) {
        if (reply.authoritative() && reply.isDefinite()) {
            authoredBelow = name;
        }
        if (!reply.referral().isEmpty()) {
            return rollCall.of(name, reply.referral());
        }
        return switch (reply.lookup()) {
            case Lookup.Answer(var nameservers, var _) -> called(name, nameservers);
            case Lookup.Alias _, Lookup.NoData _, Lookup.NoSuchDomain _ -> above(name);
            case Lookup.Unavailable(Reason reason, var _) when reason == Reason.LAME_DELEGATION -> above(name);
            case Lookup.Unavailable lost -> standIn(List.of(), lost);
        };
    }

    private Uni<Authority> called(String apex, List<String> nameservers) {
        return rollCall.of(apex, nameservers).chain(authority -> switch (authority) {
            case Authority.Nobody(var _, var reason)
            when reason.reason() == Reason.LAME_DELEGATION -> standIn(nameservers, reason);
            case Authority.Nobody _, Authority.Zone _ -> Uni.createFrom().item(authority);
        });
    }

    private Uni<Authority> above(String name) {
        String parent = OwnerName.parent(name);
        return parent.isEmpty()
                ? standIn(List.of(), new Lookup.Unavailable(Reason.LAME_DELEGATION, ""))
                : holding(parent);
    }

    private Uni<Authority> standIn(List<String> nameservers, Lookup.Unavailable otherwise) {
        if (authoredBelow.isEmpty()) {
            return Uni.createFrom().item(new Authority.Nobody(nameservers, otherwise));
        }
        List<Authority.Server> resolvers = recursive.resolvers().stream()
                .map(resolver -> new Authority.Server(resolver.toString(), resolver))
                .toList();
        return rollCall.ofServers(authoredBelow, nameservers, resolvers).map(authority -> switch (authority) {
            case Authority.Nobody _ -> new Authority.Nobody(nameservers, otherwise);
            case Authority.Zone zone -> zone;
        });
    }
}
