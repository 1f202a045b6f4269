package net.bpsolutions.sending.verifier.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import org.jspecify.annotations.Nullable;

/** The DNS tree walk that finds a policy above a domain that has none of its own (RFC 9989 §4.10). */
final class TreeWalk {

    private static final int MOST_LABELS = 7;

    private TreeWalk() {}

    /** What the walk comes to. */
    sealed interface End {

        /**
         * That domain's record speaks.
         *
         * @param ttl in seconds; null when it cannot be told
         */
        record Found(
                String domain,
                PolicyRecord record,
                @Nullable Long ttl) implements End {}

        /** No record anywhere. */
        record Nothing() implements End {}

        /** A name on the way could not be seen; what is above it cannot settle the matter. */
        record Unseen(Lookup.Unavailable reason) implements End {}
    }

    /**
     * A name on the way up, and what TXT showed below its {@code _dmarc}.
     *
     * @param isForeign whether it is outside the zone that is examined, so that resolvers were asked
     * @param isSuffix whether it is a public suffix
     */
    record Step(String domain, Trail text, boolean isForeign, boolean isSuffix) {

        /** Its record; none when there are several. */
        Optional<End.Found> found() {
            List<PolicyRecord> records = PolicyRecord.among(text.outcome().records());
            return records.size() == 1
                    ? Optional.of(new End.Found(domain, records.getFirst(), text.ttl()))
                    : Optional.empty();
        }

        /**
         * Why it could not be seen. A resolver passes on the refusal of others as SERVFAIL; when it refuses by itself, the
         * name is outside what it serves, as in a small world of its own, and it will never tell. A public suffix that
         * cannot be seen is taken for one of the many that have no policy: the clinic could do nothing about it.
         */
        Optional<End.Unseen> unseen() {
            return text.outcome() instanceof Lookup.Unavailable lost
                            && !isSuffix
                            && !(isForeign && lost.reason() == Reason.REFUSED)
                    ? Optional.of(new End.Unseen(lost))
                    : Optional.empty();
        }
    }

    /** The parents to be asked, nearest first; from a long name the walk jumps to its last seven labels. */
    static List<String> parents(String domain) {
        List<String> parents = new ArrayList<>(OwnerName.upwards(domain));
        parents.removeFirst();
        return parents.stream().filter(parent -> labels(parent) <= MOST_LABELS).toList();
    }

    /**
     * Which record speaks for the domain.
     *
     * @param steps nearest first, up to the top-level domain
     */
    static End climb(List<Step> steps) {
        List<End.Found> seen = new ArrayList<>();
        for (Step step : steps) {
            if (step.unseen().isPresent()) {
                return step.unseen().get();
            }
            if (step.found().isEmpty()) {
                continue;
            }
            End.Found here = step.found().get();
            switch (here.record().publicSuffix()) {
                case "n" -> {
                    return here;
                }
                case "y" -> {
                    return belowSuffix(seen, here);
                }
                default -> seen.add(here);
            }
        }
        return seen.isEmpty() ? new End.Nothing() : seen.getLast();
    }

    /** The organizational domain is one label below the suffix; without a record of its own, the suffix speaks. */
    private static End belowSuffix(List<End.Found> seen, End.Found suffix) {
        return seen.stream()
                .filter(found -> OwnerName.parent(found.domain()).equals(suffix.domain()))
                .findFirst()
                .orElse(suffix);
    }

    private static int labels(String name) {
        return name.split("\\.", -1).length;
    }
}
