package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.verifier.spf.Clinic.codes;
import static net.bpsolutions.sending.verifier.spf.Clinic.suggested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeveralRecordsTest {

    static Stream<Arguments> records() {
        return Stream.of(
                argumentSet(
                        "one has it",
                        "v=spf1 mx include:_spf.mail.example ~all",
                        "v=spf1 include:spf.mandrillapp.com MX -all",
                        "MULTIPLE_RECORDS",
                        "v=spf1 mx include:_spf.mail.example include:spf.mandrillapp.com ~all"),
                argumentSet(
                        "none has it",
                        "v=spf1 mx -all",
                        "v=spf1 a -all",
                        "MULTIPLE_RECORDS INCLUDE_MISSING",
                        "v=spf1 mx a include:spf.mandrillapp.com -all"),
                argumentSet(
                        "the same twice",
                        "v=spf1 include:spf.mandrillapp.com -all",
                        "v=spf1 include:spf.mandrillapp.com -all",
                        "MULTIPLE_RECORDS",
                        "v=spf1 include:spf.mandrillapp.com -all"),
                argumentSet(
                        "one without an end is neutral",
                        "v=spf1 mx",
                        "v=spf1 include:spf.mandrillapp.com -all",
                        "MULTIPLE_RECORDS",
                        "v=spf1 mx include:spf.mandrillapp.com ?all"),
                argumentSet(
                        "a redirection becomes an include",
                        "v=spf1 redirect=_spf.mail.example",
                        "v=spf1 a include:spf.mandrillapp.com -all",
                        "MULTIPLE_RECORDS",
                        "v=spf1 include:_spf.mail.example a include:spf.mandrillapp.com ?all"),
                argumentSet(
                        "a redirection that never counts",
                        "v=spf1 mx -all redirect=_spf.mail.example",
                        "v=spf1 include:spf.mandrillapp.com -all",
                        "MULTIPLE_RECORDS",
                        "v=spf1 mx include:spf.mandrillapp.com -all"),
                argumentSet(
                        "modifiers",
                        "v=spf1 mx -all exp=a.example ra=me",
                        "v=spf1 include:spf.mandrillapp.com -all exp=b.example ra=me",
                        "MULTIPLE_RECORDS",
                        "v=spf1 mx include:spf.mandrillapp.com -all exp=a.example ra=me"),
                argumentSet(
                        "everybody passes",
                        "v=spf1 mx +all",
                        "v=spf1 include:spf.mandrillapp.com -all",
                        "MULTIPLE_RECORDS ALLOWS_ALL",
                        "v=spf1 mx include:spf.mandrillapp.com +all"),
                argumentSet(
                        "one that cannot be read",
                        "v=spf1 ip4:192.0.2 -all",
                        "v=spf1 include:spf.mandrillapp.com -all",
                        "MULTIPLE_RECORDS SYNTAX",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("records")
    void becomeOne(String one, String other, String codes, String suggested) {
        RecordCheck check = Clinic.publishing(one, "clinic.example TXT " + other);

        assertThat(check.state()).isEqualTo(RecordState.CONFLICT);
        assertThat(String.join(" ", codes(check))).isEqualTo(codes);
        assertThat(suggested(check)).isEqualTo(suggested);
    }

    @Test
    void haveNoPositionInARecordThatIsNotThere() {
        RecordCheck check = Clinic.publishing(
                "v=spf1 mx ~all", "clinic.example TXT v=spf1 include:spf.mandrillapp.com include:gone.example ~all");

        assertThat(codes(check)).containsExactly("MULTIPLE_RECORDS", "INCLUDE_BROKEN");
        assertThat(check.findings()).noneMatch(finding -> finding.args().containsKey("position"));
    }

    @Test
    void areNotWhatHasAnotherVersion() {
        RecordCheck check = Clinic.publishing(
                "v=spf1 include:spf.mandrillapp.com -all",
                "clinic.example TXT v=spf10 -all",
                "clinic.example TXT spf2.0/pra -all",
                "clinic.example TXT google-site-verification=v=spf1 -all");

        assertThat(check.state()).isEqualTo(RecordState.OK);
    }
}
