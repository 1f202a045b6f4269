package net.bpsolutions.sending.verifier.ownership;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Checks that a TXT record holds exactly the expected token; other TXT records may stand beside it. */
public final class Ownership {

    /** A label that no clinic has; an answer at it comes from a wildcard. */
    private static final String NOBODY = "nobody-made-this-name-5c0f2e";

    private final Dns dns;
    private final DomainName domain;
    private final String apex;

    /**
     * For one domain.
     *
     * @param apex of the zone that holds the domain
     */
    public Ownership(Dns dns, DomainName domain, String apex) {
        this.dns = dns;
        this.domain = domain;
        this.apex = apex;
    }

    /** Asks and judges. */
    public Uni<RecordCheck> examine(ExpectedRecord expected) {
        String name = OwnerName.canonical(expected.name());
        return Uni.combine()
                .all()
                .unis(text(name), text(NOBODY + "." + OwnerName.parent(name)))
                .asTuple()
                .chain(both -> pursue(expected, both.getItem1(), both.getItem2()));
    }

    /** Judges TXT records as a resolver gave them. Only OK can be relied on. */
    public static RecordCheck glance(ExpectedRecord expected, Lookup texts) {
        Trail own = new Trail.Ended(List.of(expected.name()), texts, null);
        Trail nothing = new Trail.Ended(List.of(), new Lookup.NoData(), null);
        return new TokenJudge(expected, own, nothing, List.of(), List.of()).judge();
    }

    private Uni<RecordCheck> pursue(ExpectedRecord expected, Trail own, Trail beside) {
        if (own.outcome().records().contains(expected.value())) {
            return Uni.createFrom().item(new TokenJudge(expected, own, beside, List.of(), List.of()).judge());
        }
        String name = OwnerName.canonical(expected.name());
        String label = name.substring(0, name.length() - OwnerName.parent(name).length());
        Uni<List<Trail>> doubled = texts(Stream.of(name + "." + domain.value(), name + "." + apex));
        Uni<List<Trail>> elsewhere = texts(Stream.of(domain.value(), apex, label + apex, label + domain.value())
                .filter(at -> !at.equals(name)));
        return Uni.combine()
                .all()
                .unis(doubled, elsewhere)
                .with((twice, near) -> new TokenJudge(expected, own, beside, twice, near).judge());
    }

    private Uni<List<Trail>> texts(Stream<String> names) {
        return Uni.join().all(names.distinct().map(this::text).toList()).andFailFast();
    }

    private Uni<Trail> text(String name) {
        return Trails.follow(dns, name, RrType.TXT);
    }
}
