package net.bpsolutions.sending.verifier.spf;

import static net.bpsolutions.sending.verifier.spf.Clinic.arg;
import static net.bpsolutions.sending.verifier.spf.Clinic.codes;
import static net.bpsolutions.sending.verifier.spf.Clinic.suggested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfTest {

    private static final String US = "include:spf.mandrillapp.com";

    static Stream<Arguments> records() {
        return Stream.of(
                argumentSet("there", "v=spf1 mx include:spf.mandrillapp.com -all", "OK", "", ""),
                argumentSet("there, in capitals", "V=SPF1  +INCLUDE:SPF.Mandrillapp.com. ~all", "OK", "", ""),
                argumentSet(
                        "broken", "v=spf1 include:%{x}.mandrillapp.com -all", "WRONG", "SYNTAX INCLUDE_MISSING", ""),
                argumentSet("without an end", "v=spf1 include:spf.mandrillapp.com", "OK", "ALL_MISSING", ""),
                argumentSet("everybody passes", "v=spf1 include:spf.mandrillapp.com +all", "OK", "ALLOWS_ALL", ""),
                argumentSet(
                        "everybody passes, unsaid", "v=spf1 include:spf.mandrillapp.com all", "OK", "ALLOWS_ALL", ""),
                argumentSet("a dead +all", "v=spf1 include:spf.mandrillapp.com -all +all", "OK", "", ""),
                argumentSet("ptr", "v=spf1 ptr include:spf.mandrillapp.com -all", "OK", "PTR", ""),
                argumentSet("ptr as a macro", "v=spf1 a:%{p}.a.example " + US + " -all", "OK", "PTR MACRO", ""),
                argumentSet("a macro", "v=spf1 exists:%{i}.a.example " + US + " -all", "OK", "MACRO", ""),
                argumentSet("a macro that can be followed", "v=spf1 a:%{d} " + US + " -all", "OK", "", ""),
                argumentSet(
                        "not there",
                        "v=spf1 a mx  ip4:192.0.2.0/24 -ALL exp=why.clinic.example",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 a mx  ip4:192.0.2.0/24 include:spf.mandrillapp.com -ALL exp=why.clinic.example"),
                argumentSet(
                        "a name that only starts so",
                        "v=spf1 include:spf.mandrillapp.com.evil.example -all",
                        "WRONG",
                        "INCLUDE_BROKEN INCLUDE_MISSING",
                        "v=spf1 include:spf.mandrillapp.com.evil.example include:spf.mandrillapp.com -all"),
                argumentSet(
                        "a mechanism that lets it fail",
                        "v=spf1 -include:spf.mandrillapp.com ~all",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 include:spf.mandrillapp.com ~all"),
                argumentSet(
                        "one that lets it fail before one that does not",
                        "v=spf1 ?include:spf.mandrillapp.com mx include:spf.mandrillapp.com ~all",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 mx include:spf.mandrillapp.com ~all"),
                argumentSet(
                        "behind the end",
                        "v=spf1 mx -all include:spf.mandrillapp.com",
                        "WRONG",
                        "INCLUDE_AFTER_ALL",
                        "v=spf1 mx include:spf.mandrillapp.com -all"),
                argumentSet(
                        "between two ends",
                        "v=spf1 mx ~all include:spf.mandrillapp.com a -all",
                        "WRONG",
                        "INCLUDE_AFTER_ALL",
                        "v=spf1 mx a include:spf.mandrillapp.com ~all"),
                argumentSet(
                        "behind +all",
                        "v=spf1 +all include:spf.mandrillapp.com",
                        "WRONG",
                        "INCLUDE_AFTER_ALL ALLOWS_ALL",
                        "v=spf1 include:spf.mandrillapp.com +all"),
                argumentSet(
                        "redirected",
                        "v=spf1 redirect=_spf.mail.example",
                        "WRONG",
                        "INCLUDE_MISSING",
                        "v=spf1 include:spf.mandrillapp.com redirect=_spf.mail.example"),
                argumentSet(
                        "no end",
                        "v=spf1 mx",
                        "WRONG",
                        "INCLUDE_MISSING ALL_MISSING",
                        "v=spf1 mx include:spf.mandrillapp.com"),
                argumentSet(
                        "nothing",
                        "v=spf1",
                        "WRONG",
                        "INCLUDE_MISSING ALL_MISSING",
                        "v=spf1 include:spf.mandrillapp.com"),
                argumentSet(
                        "another version",
                        "v=spf10 include:spf.mandrillapp.com",
                        "MISSING",
                        "MISSING",
                        "v=spf1 include:spf.mandrillapp.com ?all"),
                argumentSet(
                        "no version",
                        "v=spf1-include:spf.mandrillapp.com",
                        "MISSING",
                        "MISSING",
                        "v=spf1 include:spf.mandrillapp.com ?all"),
                argumentSet("out of reach", "!TIMEOUT", "UNKNOWN", "TIMEOUT", ""));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsTheRecord(String text, RecordState state, String codes, String suggested) {
        RecordCheck check = Clinic.publishing(text);

        assertThat(check.state()).isEqualTo(state);
        assertThat(String.join(" ", codes(check))).isEqualTo(codes);
        assertThat(suggested(check)).isEqualTo(suggested);
        assertThat(check.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v=spf1 include:spf.mandrillapp.com ?all", "include:SPF.mandrillapp.com", "spf.mandrillapp.com."
            })
    void knowsTheVendorByARecordATermOrADomain(String expected) {
        RecordCheck check = Clinic.examine(
                PaperZone.of("clinic.example TXT v=spf1 ip4:192.0.2.1 -all"), Clinic.expecting(expected));

        assertThat(suggested(check)).isEqualTo("v=spf1 ip4:192.0.2.1 include:spf.mandrillapp.com -all");
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 -include:spf.mandrillapp.com ~all, -include:spf.mandrillapp.com",
        "v=spf1 mx include:servers.mcsv.net ~all, include:servers.mcsv.net",
        "v=spf1 mx include:mandrillapp.com ~all, include:mandrillapp.com",
        "v=spf1 mx include:spf.mandrilapp.com ~all, include:spf.mandrilapp.com",
        "v=spf1 mx include:spf.mandrillapp.com.clinic.example ~all, include:spf.mandrillapp.com.clinic.example",
        "v=spf1 mx a:spf.mandrillapp.com ~all, a:spf.mandrillapp.com",
        "v=spf1 mx include=spf.mandrillapp.com ~all, include=spf.mandrillapp.com",
        "v=spf1 a:mandrillapp.com include:spf.mandrillap.com ~all, include:spf.mandrillap.com",
        "v=spf1 mx include:_spf.mail.example ~all, ''",
        "v=spf1 mx include:spf.mandarin.example ~all, ''"
    })
    void namesWhatComesNear(String record, String nearMiss) {
        RecordCheck check = Clinic.publishing(record);

        assertThat(codes(check)).contains("INCLUDE_MISSING");
        assertThat(arg(check, "INCLUDE_MISSING", "nearMiss")).isEqualTo(nearMiss);
    }

    @ParameterizedTest
    @CsvSource({
        "include:spf.mandrilapp.com, ''",
        "include:spf.mandrillapp.com.clinic.example, ''",
        "include=spf.mandrillapp.com, ''",
        "include:servers.mcsv.net, 'include:servers.mcsv.net '",
        "a:spf.mandrillapp.com, 'a:spf.mandrillapp.com '"
    })
    void replacesOnlyWhatIsMisspelt(String term, String kept) {
        RecordCheck check = Clinic.publishing("v=spf1 " + term + " -all");

        assertThat(suggested(check)).isEqualTo("v=spf1 " + kept + US + " -all");
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 include: spf.mandrillapp.com -all, include:, 8, v=spf1 include:spf.mandrillapp.com -all",
        "v=spf1 mx inlcude:spf.mandrillapp.com -all, inlcude:spf.mandrillapp.com, 11, v=spf1 mx include:spf.mandrillapp.com -all",
        "v=spf1 ipv4:192.0.2.1 -all, ipv4:192.0.2.1, 8, v=spf1 ip4:192.0.2.1 include:spf.mandrillapp.com -all",
        "v=spf1 ip4:2001:db8::1 -all, ip4:2001:db8::1, 12, v=spf1 ip6:2001:db8::1 include:spf.mandrillapp.com -all",
        "v=spf1 a:192.0.2.1 -all, a:192.0.2.1, 18, v=spf1 ip4:192.0.2.1 include:spf.mandrillapp.com -all",
        "v=spf1 192.0.2.1 -all, 192.0.2.1, 8, v=spf1 ip4:192.0.2.1 include:spf.mandrillapp.com -all",
        "v=spf1 ip4:192.0.2.1~all, ip4:192.0.2.1~all, 12, v=spf1 ip4:192.0.2.1 include:spf.mandrillapp.com ~all",
        "v=spf1 mx –all, –all, 11, v=spf1 mx include:spf.mandrillapp.com -all",
        "v=spf1 mx -all;, -all;, 11, v=spf1 mx include:spf.mandrillapp.com -all",
        "v=spf1 redirect:_spf.mail.example, redirect:_spf.mail.example, 8,"
                + " v=spf1 include:spf.mandrillapp.com redirect=_spf.mail.example",
        "v=spf1 ip4:192.0.2 include:spf.mandrillapp.com -all, ip4:192.0.2, 12, ''",
        "v=spf1 redirect=a.example include:spf.mandrillapp.com redirect=b.example, redirect=b.example, 55, ''",
        "v=spf1 moo include:spf.mandrillapp.com -all, moo, 8, ''"
    })
    void pointsAtTheFaultAndMendsWhatIsBeyondDoubt(String record, String fault, String position, String suggested) {
        RecordCheck check = Clinic.publishing(record);

        assertThat(check.state()).isEqualTo(RecordState.WRONG);
        assertThat(codes(check)).startsWith("SYNTAX").containsOnlyOnce("SYNTAX");
        assertThat(arg(check, "SYNTAX", "fault")).isEqualTo(fault);
        assertThat(arg(check, "SYNTAX", "position")).isEqualTo(position);
        assertThat(suggested(check)).isEqualTo(suggested);
    }

    @Test
    void tellsEveryFaultUpToABound() {
        RecordCheck two = Clinic.publishing("v=spf1 ip4:1 " + US + " ip6:2 -all");
        RecordCheck many = Clinic.publishing("v=spf1 " + "ip4:1 ".repeat(50) + "-all");

        assertThat(codes(two)).containsExactly("SYNTAX", "SYNTAX");
        assertThat(codes(many)).startsWith("SYNTAX").hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"v=spf1 mx -all\"', QUOTED_VALUE, ''",
        "“v=spf1 mx -all”, QUOTED_VALUE, ''",
        "v=spf1;mx -all, SYNTAX, 7",
        "v=spf1\u00a0mx -all, SYNTAX, 7",
        "\ufeffv=spf1 mx -all, SYNTAX, 1"
    })
    void recognisesARecordThatNobodyTakesForOne(String text, String code, String position) {
        RecordCheck check = Clinic.publishing(text);

        assertThat(check.state()).isEqualTo(RecordState.WRONG);
        assertThat(codes(check)).containsExactly(code);
        assertThat(arg(check, code, "position")).isEqualTo(position);
        assertThat(suggested(check)).isEqualTo("v=spf1 mx " + US + " -all");
    }

    @Test
    void findsARecordWithTheDomainAppended() {
        RecordCheck check = Clinic.examine("clinic.example.clinic.example TXT v=spf1 mx -all");

        assertThat(check.state()).isEqualTo(RecordState.MISSING);
        assertThat(codes(check)).containsExactly("DOUBLED_SUFFIX");
        assertThat(suggested(check)).isEqualTo("v=spf1 mx " + US + " -all");
    }

    @Test
    void takesNoWildcardForADoubledSuffix() {
        PaperZone zone = PaperZone.of("""
                *.clinic.example TXT v=spf1 -all
                clinic.example A 192.0.2.1
                *.example.clinic.example TXT v=spf1 -all
                """);

        assertThat(codes(Clinic.examine(zone, Clinic.EXPECTED))).containsExactly("MISSING");
    }

    @Test
    void tellsADomainThatPointsToItself() {
        RecordCheck check = Clinic.examine(PaperZone.of("clinic.example CNAME clinic.example"), Clinic.EXPECTED);

        assertThat(check.state()).isEqualTo(RecordState.WRONG);
        assertThat(codes(check)).isEqualTo(List.of("CNAME_LOOP"));
    }
}
