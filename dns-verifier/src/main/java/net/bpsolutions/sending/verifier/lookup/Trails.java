package net.bpsolutions.sending.verifier.lookup;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows CNAMEs, with an end in sight. */
public final class Trails {

    /** How many CNAMEs in a row are followed. */
    public static final int LONGEST = 8;

    private Trails() {}

    /** Asks for {@code type} at {@code name} and at every name its CNAMEs lead to. */
    public static Uni<Trail> follow(Dns dns, String name, RrType type) {
        Question first = new Question(name, type);
        return step(dns, first, List.of(first.name()), null);
    }

    private static Uni<Trail> step(Dns dns, Question question, List<String> names, @Nullable Long firstTtl) {
        return dns.lookup(question).chain(lookup -> switch (lookup) {
            case Lookup.Alias(String target, Long ttl) -> {
                Long kept = names.size() == 1 ? ttl : firstTtl;
                Question next = new Question(target, question.type());
                List<String> longer = new ArrayList<>(names);
                longer.add(next.name());
                yield names.contains(next.name()) || names.size() > LONGEST
                        ? Uni.createFrom().item(new Trail.Endless(longer, kept))
                        : step(dns, next, longer, kept);
            }
            case Lookup.Answer(var _, Long ttl) when names.size() == 1 -> ended(names, lookup, ttl);
            case Lookup.Answer _, Lookup.NoData _, Lookup.NoSuchDomain _, Lookup.Unavailable _ ->
                ended(names, lookup, firstTtl);
        });
    }

    private static Uni<Trail> ended(List<String> names, Lookup end, @Nullable Long ttl) {
        return Uni.createFrom().item(new Trail.Ended(names, end, ttl));
    }
}
