package net.bpsolutions.sending.verifier.dmarc;

import java.time.Duration;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import net.bpsolutions.sending.verifier.lookup.Question;
import net.bpsolutions.sending.verifier.lookup.RrType;

/** A domain and the record that is expected of it. */
record Clinic(DomainName domain, String apex, ExpectedRecord expected) {

    static Clinic of(String domain) {
        return new Clinic(
                new DomainName(domain),
                domain,
                new ExpectedRecord(Purpose.DMARC, RecordType.TXT, "_dmarc." + domain, "v=DMARC1; p=none", true));
    }

    /** The zone that holds the domain begins above it. */
    Clinic within(String zone) {
        return new Clinic(domain, zone, expected);
    }

    RecordCheck examine(String zone) {
        return new Dmarc(PaperZone.of(zone), domain, apex)
                .examine(expected)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    RecordCheck glance(String zone) {
        Dns dns = PaperZone.of(zone);
        return dns.lookup(new Question(expected.name(), RrType.TXT))
                .chain(own -> Dmarc.glance(dns, domain, expected, own))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    static String codes(RecordCheck check) {
        return String.join(" ", check.findings().stream().map(Finding::code).toList());
    }
}
