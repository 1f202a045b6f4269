package net.bpsolutions.sending.verifier.dkim;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Gathers the facts about a selector; the more is wrong, the more is asked. */
final class SelectorProbe {

    /** A label that no clinic has; an answer at it comes from a wildcard. */
    private static final String NOBODY = "nobody-made-this-name-5c0f2e";

    private final Dns dns;
    private final DomainName domain;
    private final String apex;

    /**
     * For the selectors of one domain.
     *
     * @param apex of the zone that holds the domain
     */
    SelectorProbe(Dns dns, DomainName domain, String apex) {
        this.dns = dns;
        this.domain = domain;
        this.apex = apex;
    }

    Uni<Selector> probe(ExpectedRecord expected) {
        String name = OwnerName.canonical(expected.name());
        return sight(name)
                .chain(own -> own.text().leadsTo(OwnerName.canonical(expected.value()))
                        ? Uni.createFrom()
                                .item(new Selector(
                                        expected, domain, own, Selector.Sight.NOTHING, List.of(), own.text()))
                        : pursue(expected, name, own));
    }

    private Uni<Selector> pursue(ExpectedRecord expected, String name, Selector.Sight own) {
        Uni<Selector.Sight> wildcard = sight(NOBODY + "." + OwnerName.parent(name));
        Uni<List<Trail>> doubled =
                Uni.join().all(doubledNames(name).map(this::text).toList()).andFailFast();
        return Uni.combine()
                .all()
                .unis(wildcard, doubled, text(OwnerName.canonical(expected.value())))
                .with((beside, elsewhere, key) -> new Selector(expected, domain, own, beside, elsewhere, key));
    }

    private Stream<String> doubledNames(String name) {
        return Stream.of(domain.value(), apex).distinct().map(suffix -> name + "." + suffix);
    }

    private Uni<Selector.Sight> sight(String name) {
        Uni<Lookup> cname = dns.lookup(new Question(name, RrType.CNAME));
        Uni<Lookup> address = dns.lookup(new Question(name, RrType.A));
        return Uni.combine().all().unis(cname, text(name), address).with(Selector.Sight::new);
    }

    private Uni<Trail> text(String name) {
        return Trails.follow(dns, name, RrType.TXT);
    }
}
