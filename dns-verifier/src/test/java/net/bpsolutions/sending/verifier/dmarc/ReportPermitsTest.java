package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPermitsTest {

    private static final String RECORD = "_dmarc.clinic.example TXT v=DMARC1; p=none; ";
    private static final String PERMIT = "\nclinic.example._report._dmarc.reports.example TXT ";
    private static final String REFUSED = "EXTERNAL_REPORT_UNAUTHORISED";

    static Stream<Arguments> reports() {
        return Stream.of(
                argumentSet("to itself", "rua=mailto:d@clinic.example", ""),
                argumentSet("to a domain below", "rua=mailto:d@reports.clinic.example", ""),
                argumentSet("to another", "rua=mailto:d@reports.example", REFUSED),
                argumentSet("of failures to another", "ruf=mailto:d@reports.example", REFUSED),
                argumentSet("twice to another", "rua=mailto:d@reports.example; ruf=mailto:f@reports.example", REFUSED),
                argumentSet("to another that permits it", "rua=mailto:d@reports.example" + PERMIT + "v=DMARC1", ""),
                argumentSet(
                        "to another that permits more",
                        "rua=mailto:d@reports.example" + PERMIT + "v=DMARC1; rua=mailto:x@reports.example",
                        ""),
                argumentSet(
                        "to another that says something else",
                        "rua=mailto:d@reports.example" + PERMIT + "v=spf1 -all",
                        REFUSED),
                argumentSet("to another out of reach", "rua=mailto:d@reports.example" + PERMIT + "!TIMEOUT", ""),
                argumentSet(
                        "to another through an alias",
                        "rua=mailto:d@reports.example\nclinic.example._report._dmarc.reports.example CNAME yes.example\nyes.example TXT v=DMARC1;",
                        ""),
                argumentSet("to two others", "rua=mailto:d@one.example,mailto:d@two.example", REFUSED + " " + REFUSED));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void asksWhetherReportsAreWelcome(String rest, String codes) {
        Clinic clinic = Clinic.of("clinic.example");

        RecordCheck examined = clinic.examine(RECORD + rest);
        RecordCheck glanced = clinic.glance(RECORD + rest);

        assertThat(examined.state()).isEqualTo(RecordState.OK);
        assertThat(Clinic.codes(examined)).isEqualTo(codes);
        assertThat(Clinic.codes(glanced)).isEqualTo(codes);
    }

    @Test
    void takesABranchOfTheSameOrganizationForItsOwn() {
        RecordCheck check = Clinic.of("mail.clinic.co.uk")
                .examine("_dmarc.mail.clinic.co.uk TXT v=DMARC1; p=none; rua=mailto:d@clinic.co.uk");

        assertThat(Clinic.codes(check)).isEmpty();
    }

    @Test
    void asksAFewOnly() {
        String addresses = IntStream.range(0, 50)
                .mapToObj(number -> "mailto:d@r" + number + ".example")
                .collect(Collectors.joining(","));

        RecordCheck check = Clinic.of("clinic.example").examine(RECORD + "rua=" + addresses);

        assertThat(check.findings()).hasSize(10);
    }

    @Test
    void doesNotAskForANameThatIsTooLong() {
        String host = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(50) + ".example";

        RecordCheck check = Clinic.of("clinic.example").examine(RECORD + "rua=mailto:d@" + host);

        assertThat(check.findings()).isEmpty();
    }
}
