package net.bpsolutions.sending.verifier.dkim;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.PaperZone;

/** The two selectors of clinic.example, examined on paper. */
final class Examined {

    static final DomainName DOMAIN = new DomainName("clinic.example");
    static final String KEY1 = Keys.ofBits(2048);
    static final String KEY2 = "v=DKIM1; k=rsa; p=" + Keys.otherMaterial(2048);
    static final String VENDOR = """
            dkim1.mandrillapp.com TXT %s
            dkim2.mandrillapp.com TXT %s
            """.formatted(KEY1, KEY2);
    static final String FIRST = "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com\n";
    static final String SECOND = "mte2._domainkey.clinic.example CNAME dkim2.mandrillapp.com\n";

    private Examined() {}

    static List<RecordCheck> both(String zone) {
        return run(zone, DOMAIN.value(), List.of(selector(1), selector(2)));
    }

    /** The first selector, where the second and the vendor's keys are right. */
    static RecordCheck first(String lines) {
        return both(VENDOR + SECOND + lines).getFirst();
    }

    static List<RecordCheck> run(String zone, String apex, List<ExpectedRecord> expected) {
        return new Dkim(PaperZone.of(zone), DOMAIN, apex)
                .examine(expected, List.of("mandrill"))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    static ExpectedRecord selector(int number) {
        return new ExpectedRecord(
                Purpose.DKIM,
                RecordType.CNAME,
                "mte" + number + "._domainkey.clinic.example",
                "dkim" + number + ".mandrillapp.com",
                true);
    }

    /** State, and every finding with its severity. */
    static String summary(RecordCheck check) {
        return check.findings().stream()
                .map(finding -> " " + finding.code() + "/" + finding.severity())
                .collect(Collectors.joining("", check.state().name(), ""));
    }

    static String argument(RecordCheck check, String code, String name) {
        return check.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> finding.args().getOrDefault(name, "(none)"))
                .findFirst()
                .orElse("(no " + code + ")");
    }
}
