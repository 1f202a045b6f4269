package net.bpsolutions.sending.verifier.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
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

class DkimTest {

    private static final DomainName DOMAIN = new DomainName("clinic.example");
    private static final String VENDOR = """
            dkim1.mandrillapp.com TXT %s
            dkim2.mandrillapp.com TXT %s
            """.formatted(Keys.ofBits(2048), Keys.ofBits(2048));
    private static final String SECOND = "mte2._domainkey.clinic.example CNAME dkim2.mandrillapp.com\n";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("both right", "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com", "OK", ""),
                argumentSet("by an alias of one's own", """
                        mte1._domainkey.clinic.example CNAME key.provider.example
                        key.provider.example CNAME dkim1.mandrillapp.com""", "OK", ""),
                argumentSet("nothing there", "clinic.example TXT hello", "MISSING", "MISSING"),
                argumentSet(
                        "another target",
                        "mte1._domainkey.clinic.example CNAME dkim1.mandrilapp.com",
                        "WRONG",
                        "WRONG_TARGET"),
                argumentSet(
                        "both to the second key: wrong, not swapped",
                        "mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com",
                        "WRONG",
                        "WRONG_TARGET"),
                argumentSet(
                        "owner name typed in full",
                        "mte1._domainkey.clinic.example.clinic.example CNAME dkim1.mandrillapp.com",
                        "MISSING",
                        "DOUBLED_SUFFIX"),
                argumentSet(
                        "something else at the doubled name",
                        "mte1._domainkey.clinic.example.clinic.example CNAME elsewhere.example",
                        "MISSING",
                        "MISSING"),
                argumentSet(
                        "no final dot",
                        "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.clinic.example",
                        "WRONG",
                        "RELATIVE_TARGET"),
                argumentSet(
                        "a target that only looks relative",
                        "mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com.notclinic.example",
                        "WRONG",
                        "WRONG_TARGET"),
                argumentSet(
                        "the target as text",
                        "mte1._domainkey.clinic.example TXT dkim1.mandrillapp.com",
                        "WRONG",
                        "TXT_INSTEAD_OF_CNAME"),
                argumentSet(
                        "text from a wildcard", "*._domainkey.clinic.example TXT v=spf1 -all", "MISSING", "MISSING"),
                argumentSet("an address", "mte1._domainkey.clinic.example A 203.0.113.9", "WRONG", "PROXIED"),
                argumentSet(
                        "an address from a wildcard",
                        "*._domainkey.clinic.example A 203.0.113.9",
                        "MISSING",
                        "MISSING"),
                argumentSet(
                        "an alias from a wildcard",
                        "*._domainkey.clinic.example CNAME parking.example",
                        "MISSING",
                        "MISSING"),
                argumentSet("an alias beside text", """
                        mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                        mte1._domainkey.clinic.example TXT v=DKIM1; p=AAAA""", "CONFLICT", "MULTIPLE_RECORDS"),
                argumentSet("two aliases", """
                        mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                        mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com""", "CONFLICT", "MULTIPLE_RECORDS"),
                argumentSet("in a circle", """
                        mte1._domainkey.clinic.example CNAME a.clinic.example
                        a.clinic.example CNAME mte1._domainkey.clinic.example""", "WRONG", "CNAME_LOOP"),
                argumentSet("no server answers", "mte1._domainkey.clinic.example CNAME !TIMEOUT", "UNKNOWN", "TIMEOUT"),
                argumentSet(
                        "servers disagree",
                        "mte1._domainkey.clinic.example CNAME !NAMESERVERS_DISAGREE",
                        "UNKNOWN",
                        "NAMESERVERS_DISAGREE"),
                argumentSet("an alias that cannot be followed now", """
                        mte1._domainkey.clinic.example CNAME key.provider.example
                        key.provider.example TXT !SERVFAIL""", "UNKNOWN", "SERVFAIL"),
                argumentSet("an alias into a zone that nobody serves here", """
                        mte1._domainkey.clinic.example CNAME key.provider.example
                        key.provider.example TXT !REFUSED""", "WRONG", "WRONG_TARGET"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheMistake(String lines, RecordState state, String codes) {
        RecordCheck first = examine(VENDOR + SECOND + lines).getFirst();

        assertThat(first.state()).isEqualTo(state);
        assertThat(String.join(" ", first.findings().stream().map(Finding::code).toList()))
                .isEqualTo(codes);
        assertThat(first.state() == RecordState.OK || first.state() == RecordState.UNKNOWN)
                .as("an error exactly when it is bad")
                .isEqualTo(first.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
    }

    @Test
    void seesThatTheSelectorsAreSwapped() {
        List<RecordCheck> both = examine(VENDOR + """
                mte1._domainkey.clinic.example CNAME dkim2.mandrillapp.com
                mte2._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                """);

        assertThat(both)
                .allSatisfy(check -> assertThat(check.findings())
                        .singleElement()
                        .extracting(Finding::code)
                        .isEqualTo("SELECTORS_SWAPPED"));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                argumentSet("2048 bits", "TXT " + Keys.ofBits(2048), "OK", ""),
                argumentSet("1024 bits work", "TXT " + Keys.ofBits(1024), "OK", "KEY_TOO_SHORT"),
                argumentSet("512 bits do not", "TXT " + Keys.ofBits(512), "WRONG", "KEY_TOO_SHORT"),
                argumentSet("revoked", "TXT v=DKIM1; k=rsa; p=", "WRONG", "KEY_REVOKED"),
                argumentSet("not Base64", "TXT v=DKIM1; p=***", "WRONG", "KEY_INVALID"),
                argumentSet("not a key", "TXT v=DKIM1; p=AAAA", "WRONG", "KEY_INVALID"),
                argumentSet("unknown algorithm", "TXT v=DKIM1; k=dsa; p=AAAA", "WRONG", "KEY_INVALID"),
                argumentSet("no key tag", "TXT v=DKIM1; k=rsa", "WRONG", "KEY_INVALID"),
                argumentSet("no text at the target", "A 192.0.2.1", "WRONG", "DANGLING_TARGET"),
                argumentSet("the vendor's zone is out of reach", "TXT !TIMEOUT", "OK", "TIMEOUT"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void judgesTheKeyAtTheTarget(String record, RecordState state, String codes) {
        RecordCheck first = examine("""
                mte1._domainkey.clinic.example CNAME dkim1.mandrillapp.com
                dkim1.mandrillapp.com %s
                """.formatted(record) + SECOND).getFirst();

        assertThat(first.state()).isEqualTo(state);
        assertThat(String.join(" ", first.findings().stream().map(Finding::code).toList()))
                .isEqualTo(codes);
    }

    @Test
    void takesTheRightKeyWithoutAnAliasForFlattened() {
        String key = Keys.ofBits(2048);

        RecordCheck first = examine("""
                mte1._domainkey.clinic.example TXT %s
                dkim1.mandrillapp.com TXT %s
                """.formatted(key, key) + SECOND).getFirst();

        assertThat(first.state()).isEqualTo(RecordState.OK);
        assertThat(first.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("FLATTENED");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void takesAnotherKeyWithoutAnAliasForAMistake() {
        RecordCheck first = examine(VENDOR + SECOND + "mte1._domainkey.clinic.example TXT " + Keys.ofBits(1024))
                .getFirst();

        assertThat(first.findings()).extracting(Finding::code).containsExactly("TXT_INSTEAD_OF_CNAME");
    }

    @Test
    void followsAtMostEightAliases() {
        StringBuilder chain = new StringBuilder("mte1._domainkey.clinic.example CNAME a0.clinic.example\n");
        for (int index = 0; index < 9; index++) {
            chain.append("a%d.clinic.example CNAME a%d.clinic.example%n".formatted(index, index + 1));
        }

        assertThat(examine(VENDOR + SECOND + chain).getFirst().findings())
                .extracting(Finding::code)
                .containsExactly("CNAME_LOOP");
    }

    private static List<RecordCheck> examine(String zone) {
        return Dkim.examine(PaperZone.of(zone), DOMAIN, DOMAIN.value(), List.of(selector(1), selector(2)))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private static ExpectedRecord selector(int number) {
        return new ExpectedRecord(
                Purpose.DKIM,
                RecordType.CNAME,
                "mte" + number + "._domainkey.clinic.example",
                "dkim" + number + ".mandrillapp.com",
                true);
    }
}
