package net.bpsolutions.sending.verifier.examination;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.bpsolutions.sending.verifier.lookup.Disagreement;
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
        List<Heard> definite =
                heard.stream().filter(each -> each.reply().isAuthoritative()).toList();
        if (definite.isEmpty()) {
            return lost(heard);
        }
        Set<Set<String>> contents =
                definite.stream().map(each -> content(each.reply().lookup())).collect(toSet());
        return contents.size() == 1
                ? definite.getFirst().reply().lookup()
                : new Lookup.Unavailable(Reason.NAMESERVERS_DISAGREE, statements(definite));
    }

    /** TTLs may differ, and so may the order; whether an absent name has names below it does not matter either. */
    static Set<String> content(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Answer(var rrset, var _) -> new HashSet<>(rrset);
            case Lookup.Alias(var target, var _) -> Set.of("→ " + target);
            case Lookup.NoData _, Lookup.NoSuchDomain _, Lookup.Unavailable _ -> Set.of();
        };
    }

    /** Who answers wrongly says more than who does not answer. */
    static Lookup.Unavailable lost(List<Heard> heard) {
        Reason reason = heard.stream()
                .map(Consensus::reason)
                .filter(each -> each != Reason.TIMEOUT)
                .findFirst()
                .orElse(Reason.TIMEOUT);
        return new Lookup.Unavailable(
                reason,
                heard.stream()
                        .filter(each -> reason(each) == reason)
                        .map(Consensus::named)
                        .distinct()
                        .collect(joining(", ")));
    }

    private static Reason reason(Heard heard) {
        return heard.reply().lookup() instanceof Lookup.Unavailable(var reason, var _)
                ? reason
                : Reason.LAME_DELEGATION;
    }

    private static String named(Heard heard) {
        return heard.reply().lookup() instanceof Lookup.Unavailable(var _, var detail) && !detail.isEmpty()
                ? heard.server() + " (" + detail + ")"
                : heard.server();
    }

    private static String statements(List<Heard> definite) {
        return Disagreement.among(definite.stream()
                .collect(Collectors.toMap(
                        Heard::server, each -> content(each.reply().lookup()), (first, _) -> first)));
    }
}
