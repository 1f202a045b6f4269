package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfTest {

    static Stream<Arguments> records() {
        return Stream.of(
                argumentSet("there", "v=spf1 mx include:spf.mandrillapp.com -all", "OK", "", ""),
                argumentSet("there, in capitals", "V=SPF1 +INCLUDE:SPF.Mandrillapp.com ~all", "OK", "", ""),
                argumentSet("everybody passes", "v=spf1 include:spf.mandrillapp.com +all", "OK", "ALLOWS_ALL", ""),
                argumentSet(
                        "not there",
                        "v=spf1 a mx ip4:192.0.2.0/24 -all",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 a mx ip4:192.0.2.0/24 include:spf.mandrillapp.com -all"),
                argumentSet(
                        "a name that only starts so",
                        "v=spf1 include:spf.mandrillapp.com.evil.example -all",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 include:spf.mandrillapp.com.evil.example include:spf.mandrillapp.com -all"),
                argumentSet(
                        "a mechanism that lets it fail",
                        "v=spf1 -include:spf.mandrillapp.com ~all",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 -include:spf.mandrillapp.com include:spf.mandrillapp.com ~all"),
                argumentSet(
                        "behind the end",
                        "v=spf1 mx -all include:spf.mandrillapp.com",
                        "WRONG",
                        "INCLUDE_AFTER_ALL",
                        "v=spf1 mx include:spf.mandrillapp.com -all"),
                argumentSet(
                        "redirected",
                        "v=spf1 redirect=_spf.clinic.example",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 include:spf.mandrillapp.com redirect=_spf.clinic.example"),
                argumentSet("no end", "v=spf1 mx", "WRONG", "INCLUDE_MISSING", "v=spf1 mx include:spf.mandrillapp.com"),
                argumentSet(
                        "another kind of text",
                        "v=spf10 include:spf.mandrillapp.com",
                        "MISSING",
                        "MISSING",
                        "v=spf1 include:spf.mandrillapp.com ?all"),
                argumentSet("out of reach", "!TIMEOUT", "UNKNOWN", "TIMEOUT", ""));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsTheRecord(String text, RecordState state, String code, String suggested) {
        RecordCheck check = examine("clinic.example TXT " + text);

        assertThat(check.state()).isEqualTo(state);
        assertThat(check.findings().stream().map(Finding::code).toList().toString())
                .isEqualTo("[" + code + "]");
        assertThat(check.findings().stream()
                        .map(finding -> finding.args().getOrDefault("suggested", ""))
                        .findFirst()
                        .orElse(""))
                .isEqualTo(suggested);
        assertThat(check.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void mergesSeveralRecordsIntoOne() {
        RecordCheck check = examine("""
                clinic.example TXT v=spf1 mx include:a.example ~all
                clinic.example TXT v=spf1 include:spf.mandrillapp.com mx -all
                """);

        assertThat(check.state()).isEqualTo(RecordState.CONFLICT);
        assertThat(check.findings().getFirst().args())
                .containsEntry("suggested", "v=spf1 mx include:a.example include:spf.mandrillapp.com ~all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "-all",
                "include:a.example",
                "a",
                "a/24",
                "a:b.example//64",
                "mx:b.example/24",
                "ptr",
                "ip4:192.0.2.1",
                "ip4:192.0.2.0/24",
                "ip6:2001:db8::/32",
                "exists:%{i}._spf.%{d}",
                "redirect=a.example",
                "unknown=thing"
            })
    void knowsEveryTerm(String term) {
        assertThat(new Term(term, 1).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all:a.example",
                "include",
                "include:",
                "include:localhost",
                "ip4:192.0.2",
                "ip4:300.0.0.1",
                "ip4:192.0.2.1/33",
                "ip4:192.0.2.1,192.0.2.2",
                "ip6:192.0.2.1",
                "ipv4:192.0.2.1",
                "a:",
                "mx/33",
                "-",
                "redirect=",
                "incl:x.example"
            })
    void refusesWhatIsNoTerm(String term) {
        assertThat(new Term(term, 1).isValid()).isFalse();
    }

    @Test
    void pointsAtTheFault() {
        RecordCheck check = examine("clinic.example TXT v=spf1 include: spf.mandrillapp.com -all");

        assertThat(check.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SYNTAX");
            assertThat(finding.args()).containsEntry("position", "8").containsEntry("fault", "include:");
        });
    }

    private static RecordCheck examine(String zone) {
        ExpectedRecord expected = new ExpectedRecord(
                Purpose.SPF, RecordType.TXT, "clinic.example", "v=spf1 include:spf.mandrillapp.com ?all", false);
        return Spf.examine(PaperZone.of(zone), new DomainName("clinic.example"), expected)
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
