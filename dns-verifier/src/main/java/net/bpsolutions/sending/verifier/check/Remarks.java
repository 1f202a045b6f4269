package net.bpsolutions.sending.verifier.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** What is true of the domain, and therefore of each of its records. */
final class Remarks {

    private Remarks() {}

    /** A record that is missing because its domain is needs another fix. */
    static RecordCheck noSuchDomain(RecordCheck check, Lookup domainItself) {
        if (!(domainItself instanceof Lookup.NoSuchDomain) || check.state() != RecordState.MISSING) {
            return check;
        }
        Finding finding = check.purpose() == Purpose.SPF
                ? Findings.warning(FindingCode.NXDOMAIN, Map.of())
                : Findings.error(FindingCode.NXDOMAIN, Map.of());
        return with(check, List.of(finding));
    }

    /** Some of the servers do not answer; that matters, but not to the verdict. */
    static RecordCheck faulty(RecordCheck check, List<Finding> servers) {
        return servers.isEmpty() || check.state() == RecordState.UNKNOWN
                ? check
                : with(
                        check,
                        Stream.concat(check.findings().stream(), servers.stream())
                                .toList());
    }

    private static RecordCheck with(RecordCheck check, List<Finding> findings) {
        return new RecordCheck(check.purpose(), check.name(), check.state(), check.found(), check.ttl(), findings);
    }
}
