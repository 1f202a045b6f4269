package net.bpsolutions.sending.verifier.command;

import static net.bpsolutions.sending.verifier.command.RecordChecks.CLINIC;
import static net.bpsolutions.sending.verifier.command.RecordChecks.check;
import static net.bpsolutions.sending.verifier.command.RecordChecks.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;

class PlainReportTest {

    private static final RecordCheck FINE = check(0, RecordState.OK);
    private static final String FAULTY = "v=DMARC1 p=none";

    @Test
    void saysWhatIsWrongWhatIsThereAndWhatToPaste() {
        RecordCheck wrong = check(
                1,
                RecordState.WRONG,
                List.of("dkim1.mandrillapp.com"),
                error("WRONG_TARGET", Map.of("found", "dkim1.mandrillapp.com", "expected", "dkim2.mandrillapp.com")));

        assertThat(report(80, wrong)).contains("""
                  WRONG     DKIM   mte2._domainkey.clinic.example
                            Problem    The record points to dkim1.mandrillapp.com instead of
                                       dkim2.mandrillapp.com.
                            Fix        Change the CNAME record mte2._domainkey.clinic.example so
                                       that it points to dkim2.mandrillapp.com.
                            Found      dkim1.mandrillapp.com
                            Expected   CNAME dkim2.mandrillapp.com
                            To paste   dkim2.mandrillapp.com
                            Details    WRONG_TARGET expected=dkim2.mandrillapp.com
                """);
    }

    @Test
    void pointsAtTheFault() {
        RecordCheck wrong = check(
                1, RecordState.WRONG, List.of(FAULTY), error("SYNTAX", Map.of("found", FAULTY, "position", "10")));

        assertThat(report(80, wrong))
                .contains("Found      v=DMARC1 p=none\n" + " ".repeat(23 + 9) + "^ character 10\n")
                .containsOnlyOnce("Found");
    }

    @Test
    void keepsTheFaultInSightWhenTheRecordIsLong() {
        String text = "v=DMARC1; p=none; rua=" + "x".repeat(200) + " sp none";
        RecordCheck wrong =
                check(1, RecordState.WRONG, List.of(text), error("SYNTAX", Map.of("found", text, "position", "227")));

        assertThat(report(80, wrong).lines().filter(line -> line.contains("Found")))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("sp none").hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void saysOnceWhatIsTrueOfAllRecords() {
        RecordCheck gone = check(0, RecordState.MISSING, error("NXDOMAIN", Map.of()));

        assertThat(new PlainReport(new Terminal(false, 80)).of(checked(CLINIC, gone, gone, gone, gone)))
                .containsOnlyOnce("does not exist in DNS")
                .doesNotContain("Expected", "To paste");
    }

    @Test
    void saysWhenToLookAgain() {
        RecordCheck missing =
                check(1, RecordState.MISSING, error("MISSING", Map.of("tryAfter", "2026-11-25T16:20:00Z")));

        assertThat(report(80, missing)).contains("Look again after").doesNotContain("2026-11-25T16:20:00Z");
    }

    @Test
    void neverBreaksAValue() {
        String suggested = "v=spf1 " + "include:a.example ".repeat(12) + "~all";
        RecordCheck wrong = check(1, RecordState.WRONG, error("INCLUDE_MISSING", Map.of("suggested", suggested)));

        assertThat(report(60, wrong)).contains("To paste   " + suggested + "\n");
    }

    @Test
    void coloursOnlyATerminal() {
        assertThat(new PlainReport(new Terminal(true, 80)).of(checked(CLINIC, FINE, FINE, FINE, FINE)))
                .contains("\u001b[32mOK");
        assertThat(report(80, FINE)).doesNotContain("\u001b");
    }

    @Test
    void letsAZoneColourNothing() {
        RecordCheck hostile = check(
                1, RecordState.WRONG, List.of("\u001b[2J\u202e"), error("WRONG_TARGET", Map.of("found", "\u001b[2J")));

        assertThat(report(80, hostile)).doesNotContain("\u001b", "\u202e").contains("<U+001B>[2J<U+202E>");
    }

    @Test
    void showsULabels() {
        DomainName domain = new DomainName("xn--hrgerte-9wa1n.example");

        assertThat(new PlainReport(new Terminal(false, 80)).of(checked(domain, FINE, FINE, FINE, FINE)))
                .startsWith("hörgeräte.example (xn--hrgerte-9wa1n.example)\n");
    }

    @Test
    void addsUpSeveralDomains() {
        PlainReport report = new PlainReport(new Terminal(false, 80));
        report.of(checked(CLINIC, FINE, FINE, FINE, FINE));
        assertThat(report.end()).isEmpty();

        report.of(checked(CLINIC, FINE, check(1, RecordState.UNKNOWN), FINE, FINE));

        assertThat(report.end()).isEqualTo("2 domains: 1 as expected, 0 to be fixed, 1 could not be checked.\n");
    }

    private static String report(int width, RecordCheck second) {
        return new PlainReport(new Terminal(false, width)).of(checked(CLINIC, FINE, second, FINE, FINE));
    }

    private static DnsChecked checked(DomainName domain, RecordCheck... records) {
        UUID id = UUID.randomUUID();
        return new DnsChecked(id, Instant.EPOCH, id, domain, List.of(records), List.of("ns1.clinic.example"), null);
    }
}
