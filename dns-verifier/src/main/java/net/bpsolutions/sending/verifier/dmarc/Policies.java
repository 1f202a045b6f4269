package net.bpsolutions.sending.verifier.dmarc;

import java.util.List;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Trail;

/**
 * The facts about a domain's DMARC policy.
 *
 * @param expected the record
 * @param own TXT at {@code _dmarc.<domain>}
 * @param above TXT at {@code _dmarc} of each parent, nearest first; empty when the domain has a record of its own
 * @param doubled TXT where a doubled suffix would have put the record
 * @param apex TXT at the domain itself
 */
record Policies(ExpectedRecord expected, Trail own, List<Above> above, List<Trail> doubled, Lookup apex) {

    /**
     * What a parent says.
     *
     * @param domain the parent
     */
    record Above(String domain, Trail text) {}

    /** Only the domain's own record was looked at. */
    static Policies ofOwn(ExpectedRecord expected, Trail own) {
        return new Policies(expected, own, List.of(), List.of(), new Lookup.NoData());
    }
}
