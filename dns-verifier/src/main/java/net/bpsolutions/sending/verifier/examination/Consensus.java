package net.bpsolutions.sending.verifier.examination;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;

/** Makes one outcome of what several authoritative servers said. */
final class Consensus {

    private Consensus() {}

    /**
     * What one server said.
     *
     * @param server its name
     */
    record Heard(String server, Reply reply) {}

    /**
     * What all say that say anything; disagreement is not settled by a vote.
     *
     * @param heard one at least
     */
    static Lookup of(List<Heard> heard) {
        List<Heard> definite = heard.stream()
                .filter(each -> each.reply().isDefinite() && each.reply().authoritative())
                .toList();
        if (definite.isEmpty()) {
            return heard.getFirst().reply().lookup() instanceof Lookup.Unavailable(var reason, var _)
                    ? new Lookup.Unavailable(reason, servers(heard))
                    : new Lookup.Unavailable(Reason.LAME_DELEGATION, servers(heard));
        }
        Set<Set<String>> contents =
                definite.stream().map(each -> content(each.reply().lookup())).collect(Collectors.toSet());
        return contents.size() == 1
                ? definite.getFirst().reply().lookup()
                : new Lookup.Unavailable(Reason.NAMESERVERS_DISAGREE, statements(definite));
    }

    /** TTLs may differ, and so may the order; whether an absent name has names below it does not matter either. */
    private static Set<String> content(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Answer(var rrset, var _) -> new HashSet<>(rrset);
            case Lookup.Alias(var target, var _) -> Set.of("→ " + target);
            case Lookup.NoData _, Lookup.NoSuchDomain _, Lookup.Unavailable _ -> Set.of();
        };
    }

    private static String servers(List<Heard> heard) {
        return heard.stream().map(Heard::server).collect(Collectors.joining(", "));
    }

    private static String statements(List<Heard> definite) {
        return definite.stream()
                .map(each -> each.server() + ": "
                        + String.join(" | ", content(each.reply().lookup())))
                .collect(Collectors.joining("; "));
    }
}
