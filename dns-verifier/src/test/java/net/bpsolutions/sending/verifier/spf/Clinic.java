package net.bpsolutions.sending.verifier.spf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Dns;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.PaperZone;

/** {@code clinic.example}, and what is said of its policy. */
final class Clinic {

    private static final DomainName DOMAIN = new DomainName("clinic.example");
    static final String VENDOR = "spf.mandrillapp.com";
    static final ExpectedRecord EXPECTED = expecting("v=spf1 include:" + VENDOR + " ?all");

    private static final String AROUND = """
            spf.mandrillapp.com TXT v=spf1 ip4:198.2.128.0/24 ?all
            _spf.mail.example TXT v=spf1 ip4:192.0.2.0/24 ~all
            clinic.example MX 10 mx.clinic.example
            clinic.example A 192.0.2.1
            """;

    private Clinic() {}

    static ExpectedRecord expecting(String value) {
        return new ExpectedRecord(Purpose.SPF, RecordType.TXT, DOMAIN.value(), value, false);
    }

    /** With that policy, and {@code others} published elsewhere. */
    static RecordCheck publishing(String policy, String... others) {
        return examine(
                PaperZone.of(AROUND + "clinic.example TXT " + policy + "\n" + String.join("\n", others)), EXPECTED);
    }

    static RecordCheck examine(String zone) {
        return examine(PaperZone.of(AROUND + zone), EXPECTED);
    }

    static RecordCheck examine(Dns dns, ExpectedRecord expected) {
        return Spf.examine(dns, DOMAIN, expected).await().atMost(Duration.ofSeconds(30));
    }

    static RecordCheck glance(String... texts) {
        return Spf.glance(EXPECTED, new Lookup.Answer(List.of(texts), 300L));
    }

    static List<String> codes(RecordCheck check) {
        return check.findings().stream().map(Finding::code).toList();
    }

    /** Of the first finding of that kind; empty when there is none. */
    static String arg(RecordCheck check, String code, String key) {
        return check.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .flatMap(finding -> Optional.ofNullable(finding.args().get(key)).stream())
                .findFirst()
                .orElse("");
    }

    static String suggested(RecordCheck check) {
        return check.findings().stream()
                .flatMap(finding -> Optional.ofNullable(finding.args().get("suggested")).stream())
                .findFirst()
                .orElse("");
    }
}
