package net.bpsolutions.sending.verifier.dkim;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;

/**
 * Everything an owner name shows that matters here.
 *
 * @param text TXT at the end of its CNAMEs, if it has any
 * @param address A, or AAAA where there is no A
 */
record Sight(Lookup cname, Trail text, Lookup address) {

    static final Sight NOTHING =
            new Sight(new Lookup.NoData(), new Trail.Ended(List.of(), new Lookup.NoData(), null), new Lookup.NoData());

    /** TXT records at the name itself, not behind a CNAME. */
    List<String> ownTexts() {
        return text.names().size() > 1 ? List.of() : text.outcome().records();
    }

    /** The same CNAME is at both. */
    boolean sharesAlias(Sight other) {
        return isShared(cname.records(), other.cname().records());
    }

    /** The same TXT records are at both. */
    boolean sharesText(Sight other) {
        return isShared(ownTexts(), other.ownTexts());
    }

    /** One address at least is at both: who rotates addresses shows only some at a time. */
    boolean sharesAddress(Sight other) {
        return !Collections.disjoint(address.records(), other.address().records());
    }

    private static boolean isShared(List<String> records, List<String> others) {
        return !records.isEmpty() && new HashSet<>(records).equals(new HashSet<>(others));
    }
}
