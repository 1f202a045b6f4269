package net.bpsolutions.sending.verifier.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.OwnerName;

/** The DNS tree walk that finds a policy above a domain that has none of its own (RFC 9989 §4.10). */
final class TreeWalk {

    private static final int MOST_LABELS = 7;

    private TreeWalk() {}

    /** A name on the way up and the record found there. */
    record Step(String domain, PolicyRecord record) {}

    /** The parents to be asked, nearest first; from a long name the walk jumps to its last seven labels. */
    static List<String> parents(String domain) {
        List<String> parents = new ArrayList<>(OwnerName.upwards(domain));
        parents.removeFirst();
        return parents.stream().filter(parent -> labels(parent) <= MOST_LABELS).toList();
    }

    /**
     * The record that speaks for the domain.
     *
     * @param steps the names above the domain that have exactly one record, nearest first
     */
    static Optional<Step> inherited(List<Step> steps) {
        List<Step> seen = new ArrayList<>();
        for (Step step : steps) {
            switch (step.record().publicSuffix()) {
                case "n" -> {
                    return Optional.of(step);
                }
                case "y" -> {
                    return Optional.of(belowSuffix(seen, step));
                }
                default -> seen.add(step);
            }
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast());
    }

    /** The organizational domain is one label below the suffix; without a record of its own, the suffix speaks. */
    private static Step belowSuffix(List<Step> seen, Step suffix) {
        return seen.stream()
                .filter(step -> OwnerName.parent(step.domain()).equals(suffix.domain()))
                .findFirst()
                .orElse(suffix);
    }

    private static int labels(String name) {
        return name.split("\\.", -1).length;
    }
}
