package net.bpsolutions.sending.verifier.dkim;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/** Checks the selectors of a domain, all of them together: a swap shows only from both. */
public final class Dkim {

    private final SelectorProbe probe;
    private final LegacyKeys legacyKeys;

    /**
     * For one domain.
     *
     * @param apex of the zone that holds the domain
     */
    public Dkim(Dns dns, DomainName domain, String apex) {
        this.probe = new SelectorProbe(dns, new Selector.Place(domain, apex));
        this.legacyKeys = new LegacyKeys(probe, domain);
    }

    /**
     * Gathers the facts and judges.
     *
     * @param expected selectors: a CNAME to the vendor's key, or a key record; one at least
     * @param legacySelectors at which former instructions had a key put; the first check tells of those
     * @return one verdict for each, in the same order
     */
    public Uni<List<RecordCheck>> examine(List<ExpectedRecord> expected, List<String> legacySelectors) {
        Uni<List<Selector>> selectors =
                Uni.join().all(expected.stream().map(probe::probe).toList()).andFailFast();
        return Uni.combine()
                .all()
                .unis(selectors, legacyKeys.find(legacySelectors))
                .with((facts, legacy) -> withFirst(judge(facts), legacy));
    }

    /**
     * Judges from little: the CNAME as a resolver gave it, and what is known of the vendor's key. Only OK can be relied on.
     *
     * @param key TXT looked up at the expected target
     */
    public static RecordCheck glance(DomainName domain, ExpectedRecord expected, Lookup cname, Trail key) {
        if (expected.type() != RecordType.CNAME) {
            return Verdict.nothing(expected).unknown(new Lookup.Unavailable(Reason.TIMEOUT, ""));
        }
        Sight own = new Sight(cname, through(expected, cname, key), new Lookup.NoData());
        Selector.Place place = new Selector.Place(domain, domain.value());
        Selector selector = new Selector(expected, place, own, Sight.NOTHING, List.of(), key);
        return new SelectorJudge(selector, List.of(selector)).judge();
    }

    /** As if the CNAME had been followed; where there is none, nothing is known of any text. */
    private static Trail through(ExpectedRecord expected, Lookup cname, Trail key) {
        if (!(cname instanceof Lookup.Answer(var targets, Long ttl))) {
            return new Trail.Ended(List.of(expected.name()), new Lookup.Unavailable(Reason.TIMEOUT, ""), null);
        }
        List<String> names = List.of(expected.name(), OwnerName.canonical(targets.getFirst()));
        return switch (key) {
            case Trail.Endless _ -> new Trail.Endless(names, ttl);
            case Trail.Ended ended -> new Trail.Ended(names, ended.end(), ttl);
        };
    }

    private static List<RecordCheck> judge(List<Selector> selectors) {
        List<Selector> aliases = selectors.stream()
                .filter(selector -> selector.expected().type() == RecordType.CNAME)
                .toList();
        return selectors.stream()
                .map(selector -> switch (selector.expected().type()) {
                    case CNAME -> new SelectorJudge(selector, aliases).judge();
                    case TXT -> new TextKeyJudge(selector).judge();
                })
                .toList();
    }

    private static List<RecordCheck> withFirst(List<RecordCheck> checks, List<Finding> more) {
        List<RecordCheck> all = new ArrayList<>(checks);
        RecordCheck first = checks.getFirst();
        List<Finding> findings = new ArrayList<>(first.findings());
        findings.addAll(more);
        all.set(
                0,
                new RecordCheck(
                        first.purpose(),
                        first.name(),
                        first.state(),
                        first.found(),
                        first.ttl(),
                        Findings.inOrder(findings)));
        return List.copyOf(all);
    }
}
