package net.bpsolutions.sending.verifier.dkim;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.Remembered;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Gathers the facts about the selectors of one domain; the more is wrong, the more is asked. */
final class SelectorProbe {

    /** A label that no clinic has; an answer at it comes from a wildcard. */
    private static final String NOBODY = "nobody-made-this-name-5c0f2e";

    private final Dns dns;
    private final Selector.Place place;
    private final Map<String, Uni<Sight>> wildcards = new ConcurrentHashMap<>();

    SelectorProbe(Dns dns, Selector.Place place) {
        this.dns = dns;
        this.place = place;
    }

    Uni<Selector> probe(ExpectedRecord expected) {
        String name = OwnerName.canonical(expected.name());
        return Uni.combine()
                .all()
                .unis(sight(name), beside(name))
                .asTuple()
                .chain(both -> pursue(expected, both.getItem1(), both.getItem2()));
    }

    /** What a name shows that nobody made, beside {@code name}. */
    Uni<Sight> beside(String name) {
        return wildcards.computeIfAbsent(
                NOBODY + "." + OwnerName.parent(name), nobody -> Remembered.of(() -> sight(nobody)));
    }

    Uni<Trail> text(String name) {
        return Trails.follow(dns, name, RrType.TXT);
    }

    private Uni<Selector> pursue(ExpectedRecord expected, Sight own, Sight beside) {
        String target = OwnerName.canonical(expected.value());
        if (own.text().leadsTo(target)) {
            return Uni.createFrom().item(new Selector(expected, place, own, beside, List.of(), own.text()));
        }
        Uni<Trail> key = expected.type() == RecordType.CNAME
                ? text(target)
                : Uni.createFrom().item(own.text());
        return Uni.combine()
                .all()
                .unis(misplaced(OwnerName.canonical(expected.name())), key)
                .with((elsewhere, found) -> new Selector(expected, place, own, beside, elsewhere, found));
    }

    private Uni<List<Trail>> misplaced(String name) {
        String selector =
                name.substring(0, name.length() - OwnerName.parent(name).length());
        String labels = OwnerName.parent(name);
        String keys =
                labels.substring(0, labels.length() - OwnerName.parent(labels).length());
        return Uni.join()
                .all(Stream.of(name + "." + place.domain().value(), name + "." + place.apex(), selector + keys + labels)
                        .distinct()
                        .map(this::unlessFromWildcard)
                        .toList())
                .andFailFast();
    }

    /** A name that shows what any name beside it shows is no slip of anybody's pen. */
    private Uni<Trail> unlessFromWildcard(String name) {
        return text(name)
                .chain(trail -> shows(trail)
                        ? text(NOBODY + "." + OwnerName.parent(name))
                                .map(beside -> sees(beside) && !isSame(trail, beside) ? trail : nothing(name))
                        : Uni.createFrom().item(nothing(name)));
    }

    private static boolean shows(Trail trail) {
        return trail.names().size() > 1 || !trail.outcome().records().isEmpty();
    }

    private static boolean sees(Trail trail) {
        return trail.names().size() > 1 || !(trail.outcome() instanceof Lookup.Unavailable);
    }

    private static boolean isSame(Trail trail, Trail beside) {
        return trail.names().stream()
                        .skip(1)
                        .toList()
                        .equals(beside.names().stream().skip(1).toList())
                && trail.outcome().records().equals(beside.outcome().records());
    }

    private static Trail nothing(String name) {
        return new Trail.Ended(List.of(name), new Lookup.NoData(), null);
    }

    private Uni<Sight> sight(String name) {
        Uni<Lookup> cname = dns.lookup(new Question(name, RrType.CNAME));
        return Uni.combine().all().unis(cname, text(name), address(name)).with(Sight::new);
    }

    private Uni<Lookup> address(String name) {
        return dns.lookup(new Question(name, RrType.A)).chain(lookup -> switch (lookup) {
            case Lookup.NoData _ -> dns.lookup(new Question(name, RrType.AAAA));
            case Lookup.Answer _, Lookup.Alias _, Lookup.NoSuchDomain _, Lookup.Unavailable _ ->
                Uni.createFrom().item(lookup);
        });
    }
}
