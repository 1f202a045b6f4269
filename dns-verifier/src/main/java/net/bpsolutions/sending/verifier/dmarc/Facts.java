package net.bpsolutions.sending.verifier.dmarc;

import java.util.List;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.verifier.lookup.Trail;

/**
 * What was seen of a domain's DMARC policy.
 *
 * @param expected the record
 * @param own TXT at {@code _dmarc.<domain>}
 * @param probes TXT at names beside it that nobody made: what is there comes from a wildcard
 * @param refusals of domains that reports are to go to
 */
record Facts(ExpectedRecord expected, Trail own, List<Trail> probes, List<ReportPermits.Refusal> refusals) {

    /** Only the domain's own record was looked at. */
    static Facts ofOwn(ExpectedRecord expected, Trail own) {
        return new Facts(expected, own, List.of(), List.of());
    }

    /** The TXT records at the domain's own name. */
    List<String> texts() {
        return own.outcome().records();
    }

    /** Whether names that nobody made have the same records. */
    boolean isWild(List<String> records) {
        return !records.isEmpty()
                && probes.stream().anyMatch(probe -> same(probe.outcome().records(), records));
    }

    private static boolean same(List<String> some, List<String> others) {
        return some.stream().sorted().toList().equals(others.stream().sorted().toList());
    }
}
