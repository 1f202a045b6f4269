package net.bpsolutions.sending.verifier.dmarc;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Checks the DMARC policy of a domain. */
public final class Dmarc {

    private static final String LABEL = "_dmarc.";

    private final Dns dns;
    private final DomainName domain;
    private final String apex;

    /**
     * For one domain.
     *
     * @param apex of the zone that holds the domain
     */
    public Dmarc(Dns dns, DomainName domain, String apex) {
        this.dns = dns;
        this.domain = domain;
        this.apex = apex;
    }

    /** Gathers the facts and judges. */
    public Uni<RecordCheck> examine(ExpectedRecord expected) {
        return text(expected.name())
                .chain(own -> PolicyJudge.settles(own)
                        ? Uni.createFrom().item(Policies.ofOwn(expected, own))
                        : lookElsewhere(expected, own))
                .map(PolicyJudge::judge);
    }

    /** Judges the domain's own record from TXT records as a resolver gave them. Only OK can be relied on. */
    public static RecordCheck glance(ExpectedRecord expected, Lookup own) {
        return PolicyJudge.judge(Policies.ofOwn(expected, new Trail.Ended(List.of(expected.name()), own, null)));
    }

    private Uni<Policies> lookElsewhere(ExpectedRecord expected, Trail own) {
        String name = OwnerName.canonical(expected.name());
        Uni<List<Policies.Above>> above = Uni.join()
                .all(TreeWalk.parents(domain.value()).stream()
                        .map(parent -> text(LABEL + parent).map(trail -> new Policies.Above(parent, trail)))
                        .toList())
                .andFailFast();
        Uni<List<Trail>> doubled = Uni.join()
                .all(Stream.of(domain.value(), apex)
                        .distinct()
                        .map(suffix -> text(name + "." + suffix))
                        .toList())
                .andFailFast();
        Uni<Lookup> atApex = dns.lookup(new Question(domain.value(), RrType.TXT));
        return Uni.combine()
                .all()
                .unis(above, doubled, atApex)
                .with((parents, elsewhere, there) -> new Policies(expected, own, parents, elsewhere, there));
    }

    private Uni<Trail> text(String name) {
        return Trails.follow(dns, name, RrType.TXT);
    }
}
