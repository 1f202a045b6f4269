package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.gateway.bounce.Report;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** From the octets of a report to what it says, for every server; and for what is none. */
class ReportCorpusTest {

    /** Of the mail that all of them are about. */
    private static final String OURS = "<0f9d3c7a51e84b2ab6d1@bp-solutions.net>";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/mail/reports/expected.csv", delimiter = '|', numLinesToSkip = 1)
    void understandsWhoeverWroteIt(String report, String outcome) {
        Reading.Understood reading = (Reading.Understood) MailReader.read(MailCorpus.REPORTS.mail(report), true);

        assertThat(told(ReportReading.of(reading.mail(), true))).isEqualTo(outcome);
    }

    @Test
    void knowsWhatToExpectOfEveryReport() {
        assertThat(MailCorpus.REPORTS.expected()).containsExactlyInAnyOrderElementsOf(MailCorpus.REPORTS.names());
    }

    private static String told(Report report) {
        return switch (report) {
            case Report.Failed failed ->
                failed.kind() + " " + (failed.status() == null ? "-" : failed.status())
                        + (failed.unauthorised() ? " unauthorised" : "")
                        + (failed.messageIds().contains(OURS) ? "" : " lost");
            case Report.Progress() -> "progress";
            case Report.None() -> "none";
        };
    }
}
