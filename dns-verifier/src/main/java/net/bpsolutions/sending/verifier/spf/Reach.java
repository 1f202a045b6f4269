package net.bpsolutions.sending.verifier.spf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a policy comes to the vendor's: the first term that does so decides (RFC 7208 §4.6.2).
 *
 * @param qualifier what it means there
 * @param path the domains from the domain's own to the vendor's
 */
record Reach(Qualifier qualifier, List<String> path) {

    /** Whether mail of the vendor passes. */
    boolean passes() {
        return qualifier == Qualifier.PASS;
    }

    /** Whether the domain's own record names the vendor. */
    boolean isDirect() {
        return path.size() == 2;
    }

    /** From {@code record}, that of the survey's domain, to {@code vendor}; empty when it does not lead there. */
    static Optional<Reach> of(SpfRecord record, Survey survey, String vendor) {
        Map<String, Optional<Reach>> known = new HashMap<>();
        known.put(survey.domain(), Optional.empty());
        return search(record, survey.domain(), survey, vendor, known);
    }

    private static Optional<Reach> search(
            SpfRecord record, String own, Survey survey, String vendor, Map<String, Optional<Reach>> known) {
        for (Term term : record.effective()) {
            Optional<Reach> reach = step(term, own, survey, vendor, known);
            if (reach.isPresent()) {
                return reach;
            }
        }
        return Optional.empty();
    }

    private static Optional<Reach> step(
            Term term, String own, Survey survey, String vendor, Map<String, Optional<Reach>> known) {
        boolean include = term.is(Mechanism.INCLUDE);
        Optional<String> target = include || term.isRedirect() ? term.target(own) : Optional.empty();
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Qualifier qualifier = term instanceof Term.Directive directive ? directive.qualifier() : Qualifier.PASS;
        if (target.get().equals(vendor)) {
            return Optional.of(new Reach(qualifier, List.of(own, vendor)));
        }
        Optional<Reach> beyond = beyond(target.get(), survey, vendor, known);
        return include
                ? beyond.filter(Reach::passes).map(reach -> reach.behind(own, qualifier))
                : beyond.map(reach -> reach.behind(own, reach.qualifier()));
    }

    private static Optional<Reach> beyond(
            String target, Survey survey, String vendor, Map<String, Optional<Reach>> known) {
        if (!known.containsKey(target)) {
            known.put(target, Optional.empty());
            if (survey.policy(target) instanceof Policy.One(var record)) {
                known.put(target, search(record, target, survey, vendor, known));
            }
        }
        return known.getOrDefault(target, Optional.empty());
    }

    private Reach behind(String domain, Qualifier meaning) {
        List<String> longer = new ArrayList<>(List.of(domain));
        longer.addAll(path);
        return new Reach(meaning, longer);
    }
}
