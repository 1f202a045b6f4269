package net.bpsolutions.sending.verifier.dkim;

import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Trail;

/**
 * The facts about one selector whose CNAME is expected.
 *
 * @param expected the record
 * @param domain the clinic's domain
 * @param own what its owner name shows
 * @param wildcard what a name beside it shows that nobody can have made
 * @param doubled TXT looked up where a doubled suffix would have put the record
 * @param key the vendor's key: TXT looked up at the expected target
 */
record Selector(ExpectedRecord expected, DomainName domain, Sight own, Sight wildcard, List<Trail> doubled, Trail key) {

    /** Everything an owner name shows that matters here. */
    record Sight(Lookup cname, Trail text, Lookup address) {

        static final Sight NOTHING = new Sight(
                new Lookup.NoData(), new Trail.Ended(List.of(), new Lookup.NoData(), null), new Lookup.NoData());

        /** TXT records at the name itself, not behind a CNAME. */
        List<String> ownTexts() {
            return text.names().size() > 1 ? List.of() : text.outcome().records();
        }
    }

    String target() {
        return OwnerName.canonical(expected.value());
    }

    /** The target that is published, or empty. */
    String published() {
        return own.cname().records().stream().findFirst().orElse("");
    }
}
