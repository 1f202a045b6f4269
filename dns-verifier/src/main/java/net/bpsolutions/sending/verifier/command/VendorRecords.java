package net.bpsolutions.sending.verifier.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;

/** What a clinic publishes by default. The service learns it from the events; the command line has only this. */
final class VendorRecords {

    private static final Map<String, String> TARGETS =
            Map.of("mte1", "dkim1.mandrillapp.com", "mte2", "dkim2.mandrillapp.com");
    private static final String POLICY = "v=DMARC1; p=none";
    private static final String INCLUDE = "v=spf1 include:spf.mandrillapp.com ?all";

    private VendorRecords() {}

    static List<ExpectedRecord> of(DomainName domain) {
        Stream<ExpectedRecord> selectors = TARGETS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(target -> new ExpectedRecord(
                        Purpose.DKIM,
                        RecordType.CNAME,
                        target.getKey() + "._domainkey." + domain,
                        target.getValue(),
                        true));
        Stream<ExpectedRecord> policies = Stream.of(
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, POLICY, true),
                new ExpectedRecord(Purpose.SPF, RecordType.TXT, domain.value(), INCLUDE, false));
        return Stream.concat(selectors, policies).toList();
    }
}
