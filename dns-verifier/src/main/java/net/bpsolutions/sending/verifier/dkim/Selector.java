package net.bpsolutions.sending.verifier.dkim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.OwnerName;
import net.bpsolutions.sending.verifier.lookup.Trail;

/**
 * The facts about one selector.
 *
 * @param expected the record
 * @param place where the domain is
 * @param own what its owner name shows
 * @param beside what a name beside it shows that nobody can have made: it comes from a wildcard
 * @param misplaced TXT looked up where slips of the pen would have put the record
 * @param key the vendor's key: TXT looked up at the expected target
 */
record Selector(ExpectedRecord expected, Place place, Sight own, Sight beside, List<Trail> misplaced, Trail key) {

    /**
     * Where the domain is.
     *
     * @param apex of the zone that holds it
     */
    record Place(DomainName domain, String apex) {

        /** Whether a name ends as names in the clinic's zone do. */
        boolean holds(String name) {
            return OwnerName.isWithin(name, domain.value()) || OwnerName.isWithin(name, apex);
        }
    }

    String target() {
        return OwnerName.canonical(expected.value());
    }

    /** The target that is published, or empty. */
    String published() {
        return own.cname().records().stream().findFirst().orElse("");
    }

    /** Whether its CNAMEs come by {@code target}. */
    boolean pointsTo(String target) {
        return published().equals(target) || own.text().leadsTo(target);
    }

    /** For a finding: what is there, what should be, and the value to paste. */
    Map<String, String> args(String found) {
        Map<String, String> args = new HashMap<>(args());
        args.put("found", found);
        return args;
    }

    Map<String, String> args() {
        return Map.of("expected", target(), "suggested", target());
    }
}
