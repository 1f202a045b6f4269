package net.bpsolutions.sending.verifier.examination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the resolvers hold of a question that the authoritative servers have answered.
 *
 * @param bogus given when a resolver does not believe the answer (DNSSEC)
 * @param behind given when a resolver holds another answer
 */
public record SecondOpinion(Optional<Lookup.Unavailable> bogus, Optional<Behind> behind) {

    /** Nobody was asked, or nobody answered. */
    public static final SecondOpinion NONE = new SecondOpinion(Optional.empty(), Optional.empty());

    /**
     * Resolvers that hold something else.
     *
     * @param resolvers their addresses
     * @param seconds until the last of them forgets it; null when they do not say
     */
    public record Behind(List<String> resolvers, @Nullable Long seconds) {}

    static SecondOpinion of(Lookup truth, List<Recursive.View> views) {
        return new SecondOpinion(
                views.stream()
                        .flatMap(view ->
                                view.lookup() instanceof Lookup.Unavailable lost ? Stream.of(lost) : Stream.empty())
                        .filter(lost -> lost.reason() == Reason.DNSSEC_BOGUS)
                        .findFirst(),
                behind(views.stream()
                        .filter(view -> !(view.lookup() instanceof Lookup.Unavailable))
                        .filter(view -> !Consensus.content(view.lookup()).equals(Consensus.content(truth)))
                        .toList()));
    }

    private static Optional<Behind> behind(List<Recursive.View> others) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        long seconds =
                others.stream().mapToLong(view -> seconds(view.lookup())).max().orElse(0);
        List<String> resolvers = others.stream().map(Recursive.View::resolver).toList();
        return Optional.of(new Behind(resolvers, seconds > 0 ? (Long) seconds : null));
    }

    private static long seconds(Lookup lookup) {
        Long ttl = lookup.ttl();
        return ttl == null ? 0 : ttl;
    }
}
