package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DmarcTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                argumentSet("as asked", "v=DMARC1; p=none", "OK", ""),
                argumentSet("stricter", "v=DMARC1;p=reject;rua=mailto:d@clinic.example;", "OK", ""),
                argumentSet("space before the equals sign", "v = DMARC1 ; p = none", "OK", ""),
                argumentSet("capital tag names", "V=DMARC1; P=None", "OK", ""),
                argumentSet("removed tags", "v=DMARC1; p=none; pct=50; ri=3600", "OK", "DEPRECATED_TAG DEPRECATED_TAG"),
                argumentSet(
                        "testing, strict", "v=DMARC1; p=reject; t=y; adkim=s", "OK", "TESTING_MODE STRICT_ALIGNMENT"),
                argumentSet("unreadable beside a good policy", "v=DMARC1; p=none; nonsense", "OK", "SYNTAX"),
                argumentSet("version in lower case", "v=dmarc1; p=none", "WRONG", "SYNTAX"),
                argumentSet("colon for the equals sign", "v:DMARC1; p=none", "WRONG", "SYNTAX"),
                argumentSet("comma for the semicolon", "v=DMARC1, p=none", "WRONG", "SYNTAX"),
                argumentSet("no semicolon", "v=DMARC1 p=none", "WRONG", "SYNTAX"),
                argumentSet("escaped semicolon", "v=DMARC1\\; p=none", "WRONG", "SYNTAX"),
                argumentSet("no version", "p=none; rua=mailto:d@clinic.example", "WRONG", "SYNTAX"),
                argumentSet("policy runs on", "v=DMARC1; p=none rua=mailto:d@clinic.example", "WRONG", "SYNTAX"),
                argumentSet("two policies", "v=DMARC1; p=none; p=reject", "WRONG", "SYNTAX"),
                argumentSet("policy unreadable", "v=DMARC1; p none", "WRONG", "SYNTAX"),
                argumentSet("no policy", "v=DMARC1", "WRONG", "POLICY_MISSING"),
                argumentSet(
                        "no policy, but reports", "v=DMARC1; rua=mailto:d@clinic.example", "WRONG", "POLICY_MISSING"),
                argumentSet("misspelt policy", "v=DMARC1; p=Non", "WRONG", "POLICY_INVALID"),
                argumentSet("empty policy", "v=DMARC1; p=", "WRONG", "POLICY_INVALID"),
                argumentSet("quotes", "\"v=DMARC1; p=none\"", "WRONG", "QUOTED_VALUE"),
                argumentSet("typographic quotes", "“v=DMARC1; p=none”", "WRONG", "QUOTED_VALUE"),
                argumentSet("SPF strayed here", "v=spf1 -all", "MISSING", "MISSING UNRELATED_RECORD"),
                argumentSet(
                        "a quoted token of somebody else",
                        "\"dmarcian-verification=1\"",
                        "MISSING",
                        "MISSING UNRELATED_RECORD"),
                argumentSet("empty tags", "v=DMARC1;; p=none", "OK", "SYNTAX"),
                argumentSet("an empty value", "v=DMARC1; p=none; rua=", "OK", "SYNTAX"),
                argumentSet(
                        "addresses run on",
                        "v=DMARC1; p=none; rua=mailto:d@clinic.example ruf=mailto:f@c.example",
                        "OK",
                        "SYNTAX"),
                argumentSet(
                        "policy run into by addresses",
                        "v=DMARC1; rua=mailto:d@clinic.example p=reject",
                        "WRONG",
                        "SYNTAX"),
                argumentSet(
                        "tags repeated, but not the policy", "v=DMARC1; p=none; sp=none; sp=reject", "OK", "SYNTAX"),
                argumentSet("the version twice", "v=DMARC1; v=DMARC1; p=none", "OK", "SYNTAX"),
                argumentSet("policy by its full name", "v=DMARC1; policy=none", "WRONG", "POLICY_MISSING"),
                argumentSet("empty policy for subdomains", "v=DMARC1; p=none; sp=", "WRONG", "POLICY_INVALID"),
                argumentSet("other version", "v=DMARC2; p=none", "WRONG", "SYNTAX"),
                argumentSet("version run on", "v=DMARC10; p=none", "WRONG", "SYNTAX"),
                argumentSet("half a version", "v=DMARC; p=none", "WRONG", "SYNTAX"),
                argumentSet("an invisible end", "v=DMARC1; p=none\u200b", "WRONG", "SYNTAX"),
                argumentSet("a letter of another alphabet", "v=DMARC1; \u0440=none", "WRONG", "POLICY_MISSING"),
                argumentSet("somebody else's key", "v=DKIM1; k=rsa; p=MIIBIjAN", "MISSING", "MISSING UNRELATED_RECORD"),
                argumentSet(
                        "a web address for reports",
                        "v=DMARC1; p=none; rua=https://clinic.example/r",
                        "OK",
                        "REPORT_ADDRESS_INVALID"),
                argumentSet("out of reach", "!SERVFAIL", "UNKNOWN", "SERVFAIL"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsTheRecord(String text, RecordState state, String codes) {
        RecordCheck check = examine("clinic.example", "_dmarc.clinic.example TXT " + text);

        assertThat(check.state()).isEqualTo(state);
        assertThat(codes(check)).isEqualTo(codes);
        assertThat(state == RecordState.OK || state == RecordState.UNKNOWN)
                .isEqualTo(check.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                argumentSet("several records", "clinic.example", """
                        _dmarc.clinic.example TXT v=DMARC1; p=none
                        _dmarc.clinic.example TXT v=DMARC1; p=reject""", "CONFLICT", "MULTIPLE_RECORDS"),
                argumentSet("one record beside another text", "clinic.example", """
                        _dmarc.clinic.example TXT v=DMARC1; p=none
                        _dmarc.clinic.example TXT some-token=1""", "OK", "UNRELATED_RECORD"),
                argumentSet(
                        "at the domain itself",
                        "clinic.example",
                        "clinic.example TXT v=DMARC1; p=none",
                        "MISSING",
                        "WRONG_LOCATION"),
                argumentSet(
                        "owner name typed in full",
                        "clinic.example",
                        "_dmarc.clinic.example.clinic.example TXT v=DMARC1; p=none",
                        "MISSING",
                        "DOUBLED_SUFFIX"),
                argumentSet(
                        "another text there",
                        "clinic.example",
                        "_dmarc.clinic.example.clinic.example TXT hello",
                        "MISSING",
                        "MISSING"),
                argumentSet("behind an alias", "clinic.example", """
                        _dmarc.clinic.example CNAME policy.provider.example
                        policy.provider.example TXT v=DMARC1; p=none""", "OK", ""),
                argumentSet("an alias in a circle", "clinic.example", """
                        _dmarc.clinic.example CNAME b.example
                        b.example CNAME _dmarc.clinic.example""", "WRONG", "CNAME_LOOP"),
                argumentSet(
                        "an alias to nothing",
                        "clinic.example",
                        "_dmarc.clinic.example CNAME gone.example",
                        "WRONG",
                        "DANGLING_TARGET"),
                argumentSet(
                        "an alias to nothing below a policy",
                        "mail.clinic.example",
                        """
                        _dmarc.mail.clinic.example CNAME gone.example
                        _dmarc.clinic.example TXT v=DMARC1; p=none""",
                        "OK",
                        "DANGLING_TARGET INHERITED"),
                argumentSet("an alias out of reach", "clinic.example", """
                        _dmarc.clinic.example CNAME policy.provider.example
                        policy.provider.example TXT !TIMEOUT""", "UNKNOWN", "TIMEOUT"),
                argumentSet(
                        "a wildcard with a policy",
                        "clinic.example",
                        "*.clinic.example TXT v=DMARC1; p=none",
                        "OK",
                        "WILDCARD"),
                argumentSet(
                        "a wildcard without",
                        "clinic.example",
                        "*.clinic.example TXT hello",
                        "MISSING",
                        "MISSING WILDCARD"),
                argumentSet(
                        "a wildcard that is quoted",
                        "clinic.example",
                        "*.clinic.example TXT \"v=DMARC1; p=none\"",
                        "WRONG",
                        "QUOTED_VALUE WILDCARD"),
                argumentSet("a wildcard that is not to be seen", "clinic.example", """
                        _dmarc.clinic.example TXT v=DMARC1; p=none
                        *.clinic.example TXT !SERVFAIL""", "OK", ""),
                argumentSet(
                        "several records and a text",
                        "clinic.example",
                        """
                        _dmarc.clinic.example TXT v=DMARC1; p=none
                        _dmarc.clinic.example TXT v=DMARC1; p=none
                        _dmarc.clinic.example TXT hello""",
                        "CONFLICT",
                        "MULTIPLE_RECORDS UNRELATED_RECORD"),
                argumentSet("astray twice", "clinic.example", """
                        clinic.example TXT v=DMARC1; p=none
                        _dmarc.clinic.example.clinic.example TXT "v=DMARC1; p=none\"""", "MISSING", "DOUBLED_SUFFIX WRONG_LOCATION"),
                argumentSet(
                        "inherited",
                        "mail.clinic.example",
                        "_dmarc.clinic.example TXT v=DMARC1; p=quarantine",
                        "OK",
                        "INHERITED"),
                argumentSet("of two parents", "a.mail.clinic.example", """
                        _dmarc.mail.clinic.example TXT v=DMARC1; p=reject
                        _dmarc.clinic.example TXT v=DMARC1; p=none""", "OK", "INHERITED"),
                argumentSet("a parent with two records has none", "mail.clinic.example", """
                        _dmarc.clinic.example TXT v=DMARC1; p=none
                        _dmarc.clinic.example TXT v=DMARC1; p=none""", "MISSING", "MISSING"),
                argumentSet(
                        "a parent without a policy",
                        "mail.clinic.example",
                        "_dmarc.clinic.example TXT v=DMARC1",
                        "MISSING",
                        "MISSING"),
                argumentSet(
                        "a parent out of reach",
                        "mail.clinic.example",
                        "_dmarc.clinic.example TXT !TIMEOUT",
                        "UNKNOWN",
                        "TIMEOUT"),
                argumentSet(
                        "a parent that nobody serves here",
                        "mail.clinic.example",
                        "_dmarc.clinic.example TXT !REFUSED",
                        "MISSING",
                        "MISSING"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void looksWhereRecordsGo(String domain, String lines, RecordState state, String codes) {
        RecordCheck check = examine(domain, lines);

        assertThat(check.state()).isEqualTo(state);
        assertThat(codes(check)).isEqualTo(codes);
    }

    @Test
    void carriesTheInheritedPolicyAsFound() {
        RecordCheck check = examine("mail.clinic.example", "_dmarc.clinic.example TXT v=DMARC1; p=reject; sp=none");

        assertThat(check.found()).containsExactly("v=DMARC1; p=reject; sp=none");
        assertThat(check.ttl()).isEqualTo(300);
        assertThat(check.findings().getFirst().args()).containsEntry("from", "clinic.example");
    }

    @Test
    void pointsAtTheFault() {
        assertThat(position("v=DMARC1, p=none")).isEqualTo("9");
        assertThat(position("v=DMARC1 p=none")).isEqualTo("9");
        assertThat(position("DMARC1; p=none")).isEqualTo("1");
        assertThat(position("v DMARC1; p=none")).isEqualTo("2");
        assertThat(position("v=DMARC; p=none")).isEqualTo("8");
        assertThat(position("v=DMARC1; p:none")).isEqualTo("12");
        assertThat(position("v=DMARC1; p=none; rua=")).isEqualTo("23");
        assertThat(position("v=DMARC1; =none; p=none")).isEqualTo("11");
        assertThat(position("v=DMARC1; p=foo")).isEqualTo("13");
        assertThat(position("v=DMARC1; p=none; aspf=r,adkim=r")).isEqualTo("25");
        assertThat(position("v=dmarc1; p=none")).isEqualTo("3");
        assertThat(position("v=DMARC1; p=none rua=mailto:x")).isEqualTo("17");
        assertThat(position("v=DMARC1; p none")).isEqualTo("12");
    }

    @Test
    void suggestsThePolicyWhereItBelongs() {
        RecordCheck check =
                examine("clinic.example", "_dmarc.clinic.example TXT v=DMARC1; rua=mailto:d@clinic.example");

        assertThat(check.findings().getFirst().args())
                .containsEntry("suggested", "v=DMARC1; p=none; rua=mailto:d@clinic.example");
    }

    private static String position(String text) {
        return examine("clinic.example", "_dmarc.clinic.example TXT " + text)
                .findings()
                .getFirst()
                .args()
                .getOrDefault("position", "none");
    }

    private static String codes(RecordCheck check) {
        return Clinic.codes(check);
    }

    private static RecordCheck examine(String domain, String zone) {
        return Clinic.of(domain).examine(zone);
    }
}
