package net.bpsolutions.sending.verifier.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipTest {

    private static final String NAME = "_bp.clinic.example ";

    static Stream<Arguments> zones() {
        return Stream.of(
                argumentSet("the token", NAME + "TXT bp=abc", "OK"),
                argumentSet(
                        "among other records",
                        NAME + "TXT hello\n" + NAME + "TXT bp=xyz\n" + NAME + "TXT bp=abc",
                        "OK"),
                argumentSet("behind an alias", NAME + "CNAME t.clinic.example\nt.clinic.example TXT bp=abc", "OK"),
                argumentSet("more than the token", NAME + "TXT bp=abcd", "MISSING MISSING/ERROR"),
                argumentSet("text around the token", NAME + "TXT my bp=abc here", "MISSING MISSING/ERROR"),
                argumentSet("in capitals", NAME + "TXT bp=ABC", "MISSING MISSING/ERROR"),
                argumentSet("typographic quotes", NAME + "TXT “bp=abc”", "WRONG QUOTED_VALUE/ERROR"),
                argumentSet("quotes", NAME + "TXT \"bp=abc\"", "WRONG QUOTED_VALUE/ERROR"),
                argumentSet("quotes around another", NAME + "TXT \"bp=xyz\"", "MISSING MISSING/ERROR"),
                argumentSet("spaces within", NAME + "TXT bp = abc", "WRONG SYNTAX/ERROR"),
                argumentSet(
                        "name typed in full",
                        "_bp.clinic.example.clinic.example TXT bp=abc",
                        "MISSING DOUBLED_SUFFIX/ERROR"),
                argumentSet("another's there", "_bp.clinic.example.clinic.example TXT bp=xyz", "MISSING MISSING/ERROR"),
                argumentSet(
                        "there out of reach",
                        "_bp.clinic.example.clinic.example TXT !TIMEOUT",
                        "MISSING MISSING/ERROR"),
                argumentSet("at the domain itself", "clinic.example TXT bp=abc", "MISSING WRONG_LOCATION/ERROR"),
                argumentSet("another's at the domain itself", "clinic.example TXT bp=xyz", "MISSING MISSING/ERROR"),
                argumentSet("at another name", "other.clinic.example TXT bp=abc", "MISSING MISSING/ERROR"),
                argumentSet("another kind of record", NAME + "A 192.0.2.1", "MISSING MISSING/ERROR"),
                argumentSet("an alias to nowhere", NAME + "CNAME bp.example", "WRONG UNRELATED_RECORD/ERROR"),
                argumentSet(
                        "an alias to other text",
                        NAME + "CNAME t.example\nt.example TXT hello",
                        "WRONG UNRELATED_RECORD/ERROR"),
                argumentSet("in a circle", NAME + "CNAME _bp.clinic.example", "WRONG CNAME_LOOP/ERROR"),
                argumentSet("a wildcard's token", "*.clinic.example TXT bp=abc", "OK WILDCARD/WARNING"),
                argumentSet(
                        "a wildcard's text", "*.clinic.example TXT hello", "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet(
                        "a wildcard's alias",
                        "*.clinic.example CNAME p.example",
                        "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet(
                        "a wildcard's circle",
                        "*.clinic.example CNAME p.example\np.example CNAME p.example",
                        "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet("beside a wildcard", NAME + "TXT bp=abc\n*.clinic.example TXT hello", "OK"),
                argumentSet(
                        "a wildcard's token, and another's at the name",
                        NAME + "TXT bp=xyz\n*.clinic.example TXT bp=abc\n"
                                + "_bp.clinic.example.clinic.example TXT bp=abc",
                        "MISSING MISSING/ERROR"),
                argumentSet("refused", NAME + "TXT !REFUSED", "UNKNOWN REFUSED/WARNING"),
                argumentSet(
                        "behind an alias that fails",
                        NAME + "CNAME t.example\nt.example TXT !SERVFAIL",
                        "UNKNOWN SERVFAIL/WARNING"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void comparesTheToken(String lines, String expected) {
        assertThat(summary(examine(lines, "clinic.example"))).isEqualTo(expected);
    }

    @Test
    void looksAtTheApexOfTheZoneToo() {
        RecordCheck doubled = examine("_bp.clinic.example.example TXT bp=abc", "example");
        RecordCheck above = examine("_bp.example TXT bp=abc", "example");

        assertThat(summary(doubled)).isEqualTo("MISSING DOUBLED_SUFFIX/ERROR");
        assertThat(summary(above)).isEqualTo("MISSING WRONG_LOCATION/ERROR");
        assertThat(above.findings().getFirst().args()).containsEntry("found", "_bp.example");
    }

    @Test
    void showsNobodysTokenButTheOneExpected() {
        RecordCheck check =
                examine(NAME + "TXT bp=xyz\n" + NAME + "TXT bp=uvw\n" + NAME + "TXT hello", "clinic.example");

        assertThat(check.toString()).doesNotContain("xyz").doesNotContain("uvw");
        assertThat(check.findings().getFirst().args())
                .containsEntry("others", "2")
                .containsEntry("suggested", "bp=abc");
    }

    @Test
    void showsTheTokenWithItsSlip() {
        RecordCheck check = examine(NAME + "TXT bp=xyz\n" + NAME + "TXT “bp=abc”", "clinic.example");

        assertThat(check.found()).containsExactly("“bp=abc”");
        assertThat(check.findings().getFirst().args())
                .containsEntry("found", "“bp=abc”")
                .containsEntry("suggested", "bp=abc");
    }

    @Test
    void glancesWithoutTrustInAnythingButTheToken() {
        assertThat(glance(new Lookup.Answer(List.of("hello", " bp=abc "), null)))
                .isEqualTo(RecordState.OK);
        assertThat(glance(new Lookup.Answer(List.of("bp=abcd"), null))).isEqualTo(RecordState.MISSING);
        assertThat(glance(new Lookup.NoData())).isEqualTo(RecordState.MISSING);
        assertThat(glance(new Lookup.Unavailable(Reason.TIMEOUT, ""))).isEqualTo(RecordState.UNKNOWN);
    }

    private static RecordState glance(Lookup lookup) {
        return Ownership.glance(expected(), lookup).state();
    }

    private static String summary(RecordCheck check) {
        return check.findings().stream()
                .map(finding -> " " + finding.code() + "/" + finding.severity())
                .collect(Collectors.joining("", check.state().name(), ""));
    }

    private static ExpectedRecord expected() {
        return new ExpectedRecord(Purpose.OWNERSHIP, RecordType.TXT, "_bp.clinic.example", "bp=abc", true);
    }

    private static RecordCheck examine(String zone, String apex) {
        return new Ownership(PaperZone.of(zone), new DomainName("clinic.example"), apex)
                .examine(expected())
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
