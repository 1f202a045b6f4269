package net.bpsolutions.sending.verifier.dkim;

import io.smallrye.mutiny.Uni;
import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Trail;
import org.jspecify.annotations.Nullable;

/** Checks the selectors of a domain, all of them together: a swap shows only from both. */
public final class Dkim {

    private Dkim() {}

    /**
     * Gathers the facts and judges.
     *
     * @param selectors CNAME records expected
     * @param apex of the zone that holds the domain
     * @return one verdict for each, in the same order
     */
    public static Uni<List<RecordCheck>> examine(
            Dns dns, DomainName domain, String apex, List<ExpectedRecord> selectors) {
        SelectorProbe probe = new SelectorProbe(dns, domain, apex);
        return Uni.join()
                .all(selectors.stream().map(probe::probe).toList())
                .andFailFast()
                .map(Dkim::judge);
    }

    /**
     * Judges from little: the CNAME as a resolver gave it, and what is known of the vendor's key. Only OK can be relied on.
     *
     * @param key TXT looked up at the expected target
     */
    public static RecordCheck glance(DomainName domain, ExpectedRecord expected, Lookup cname, Trail key) {
        Trail text = through(expected, cname, key);
        Selector.Sight own = new Selector.Sight(cname, text, new Lookup.NoData());
        Selector selector = new Selector(expected, domain, own, Selector.Sight.NOTHING, List.of(), key);
        return new SelectorJudge(selector, List.of(selector)).judge();
    }

    private static Trail through(ExpectedRecord expected, Lookup cname, Trail key) {
        List<String> names = cname.records().isEmpty()
                ? List.of(expected.name())
                : List.of(expected.name(), OwnerName.canonical(cname.records().getFirst()));
        @Nullable Long ttl = cname instanceof Lookup.Answer(var _, Long seconds) ? seconds : null;
        return switch (key) {
            case Trail.Endless _ -> new Trail.Endless(names, ttl);
            case Trail.Ended ended -> new Trail.Ended(names, ended.end(), ttl);
        };
    }

    private static List<RecordCheck> judge(List<Selector> selectors) {
        return selectors.stream()
                .map(selector -> new SelectorJudge(selector, selectors).judge())
                .toList();
    }
}
