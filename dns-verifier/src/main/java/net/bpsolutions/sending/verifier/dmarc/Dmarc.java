package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.DOUBLED_SUFFIX;
import static net.bpsolutions.sending.events.FindingCode.WRONG_LOCATION;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.RrType;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.lookup.Trails;

/** Checks the DMARC policy of a domain. */
public final class Dmarc {

    private static final String LABEL = "_dmarc.";
    private static final String NOBODYS_LABEL = "_dmarc-that-nobody-made.";

    private final Dns dns;
    private final String domain;
    private final String apex;

    /**
     * For one domain.
     *
     * @param apex of the zone that holds the domain
     */
    public Dmarc(Dns dns, DomainName domain, String apex) {
        this.dns = dns;
        this.domain = domain.value();
        this.apex = apex;
    }

    /** Gathers the facts and judges. */
    public Uni<RecordCheck> examine(ExpectedRecord expected) {
        return text(OwnerName.canonical(expected.name()))
                .chain(own -> OwnJudge.settles(own) ? settled(expected, own) : lookElsewhere(expected, own));
    }

    /** Judges the domain's own record from TXT records as a resolver gave them. Only OK can be relied on. */
    public static RecordCheck glance(ExpectedRecord expected, Lookup own) {
        return new OwnJudge(Facts.ofOwn(expected, ended(expected, own))).judge();
    }

    /**
     * The same, and one question more for each other domain that is to have reports: a permit is short enough for any
     * client. A wildcard is not noticed. Only OK can be relied on.
     */
    public static Uni<RecordCheck> glance(Dns dns, DomainName domain, ExpectedRecord expected, Lookup own) {
        RecordCheck check = glance(expected, own);
        return check.state() == RecordState.OK
                ? refusals(dns, domain.value(), own)
                        .map(refusals ->
                                new OwnJudge(new Facts(expected, ended(expected, own), List.of(), refusals)).judge())
                : Uni.createFrom().item(check);
    }

    private static Trail ended(ExpectedRecord expected, Lookup own) {
        return new Trail.Ended(List.of(expected.name()), own, null);
    }

    private static Uni<List<ReportPermits.Refusal>> refusals(Dns dns, String domain, Lookup own) {
        List<PolicyRecord> records = PolicyRecord.among(own.records());
        return records.size() == 1
                ? new ReportPermits(dns, domain).refusals(records.getFirst())
                : Uni.createFrom().item(List.of());
    }

    private Uni<RecordCheck> settled(ExpectedRecord expected, Trail own) {
        return Uni.combine()
                .all()
                .unis(probes(own), refusals(dns, domain, own.outcome()))
                .with((probes, refusals) -> new OwnJudge(new Facts(expected, own, probes, refusals)).judge());
    }

    private Uni<List<Trail>> probes(Trail own) {
        return own.outcome().records().isEmpty()
                ? Uni.createFrom().item(List.of())
                : all(Stream.of(NOBODYS_LABEL + domain));
    }

    private Uni<RecordCheck> lookElsewhere(ExpectedRecord expected, Trail own) {
        Uni<List<Trail>> probes = all(Stream.of(domain, apex).distinct().map(parent -> NOBODYS_LABEL + parent));
        return Uni.combine()
                .all()
                .unis(probes, elsewhere(OwnerName.canonical(expected.name())))
                .with((beside, elsewhere) ->
                        new ElsewhereJudge(new Facts(expected, own, beside, List.of()), elsewhere).judge());
    }

    private Uni<Elsewhere> elsewhere(String name) {
        List<String> parents = TreeWalk.parents(domain);
        Uni<List<Trail>> above = all(parents.stream().map(parent -> LABEL + parent));
        List<String> doubled = Stream.of(domain, apex)
                .distinct()
                .map(suffix -> name + "." + suffix)
                .toList();
        List<String> wrong = List.of(domain, "dmarc." + domain, LABEL + "www." + domain);
        Uni<List<Trail>> strays = all(Stream.concat(doubled.stream(), wrong.stream()));
        return Uni.combine()
                .all()
                .unis(above, strays, PublicSuffixes.known())
                .with((trails, places, suffixes) -> new Elsewhere(
                        domain,
                        suffixes.organizational(domain),
                        steps(parents, trails, suffixes),
                        places.stream()
                                .map(place -> stray(
                                        place, doubled.contains(place.names().getFirst())))
                                .toList(),
                        places.get(doubled.size()).outcome()));
    }

    private List<TreeWalk.Step> steps(List<String> parents, List<Trail> trails, PublicSuffixes suffixes) {
        return Stream.iterate(0, index -> index < parents.size(), index -> index + 1)
                .map(index -> new TreeWalk.Step(
                        parents.get(index),
                        trails.get(index),
                        !OwnerName.isWithin(parents.get(index), apex),
                        suffixes.contains(parents.get(index))))
                .toList();
    }

    private static Elsewhere.Stray stray(Trail text, boolean isDoubled) {
        return new Elsewhere.Stray(text.names().getFirst(), text, isDoubled ? DOUBLED_SUFFIX : WRONG_LOCATION);
    }

    private Uni<List<Trail>> all(Stream<String> names) {
        return Uni.join().all(names.map(this::text).toList()).andFailFast();
    }

    /** A name that is too long to be asked for has no record. */
    private Uni<Trail> text(String name) {
        return OwnerName.isValid(name)
                ? Trails.follow(dns, name, RrType.TXT)
                : Uni.createFrom().item(new Trail.Ended(List.of(name), new Lookup.NoSuchDomain(), null));
    }
}
