package net.bpsolutions.sending.registry.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.registry.VendorConfig;
import net.bpsolutions.sending.registry.lifecycle.Requirement;

/** The records that a clinic is to publish. */
final class ExpectedRecords {

    private ExpectedRecords() {}

    static List<ExpectedRecord> of(DomainName domain, VendorConfig vendor, Set<Requirement> required) {
        Stream<ExpectedRecord> dkim = vendor.selectors().stream()
                .map(selector -> new ExpectedRecord(
                        Purpose.DKIM,
                        RecordType.CNAME,
                        selector.name() + "._domainkey." + domain,
                        selector.target(),
                        required.contains(Requirement.DKIM)));
        ExpectedRecord dmarc = new ExpectedRecord(
                Purpose.DMARC,
                RecordType.TXT,
                "_dmarc." + domain,
                vendor.dmarc(),
                required.contains(Requirement.DMARC));
        Stream<ExpectedRecord> spf = Stream.of(spf(domain, vendor)).filter(_ -> vendor.spfAdvice());
        return Stream.concat(dkim, Stream.concat(Stream.of(dmarc), spf)).toList();
    }

    /** What the old instructions asked for; advice today. */
    static ExpectedRecord spf(DomainName domain, VendorConfig vendor) {
        return new ExpectedRecord(
                Purpose.SPF, RecordType.TXT, domain.value(), "v=spf1 include:" + vendor.spfInclude() + " ?all", false);
    }
}
