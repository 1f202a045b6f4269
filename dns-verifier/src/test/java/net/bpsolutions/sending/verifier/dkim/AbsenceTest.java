package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.verifier.dkim.Examined.FIRST;
import static net.bpsolutions.sending.verifier.dkim.Examined.KEY1;
import static net.bpsolutions.sending.verifier.dkim.Examined.KEY2;
import static net.bpsolutions.sending.verifier.dkim.Examined.SECOND;
import static net.bpsolutions.sending.verifier.dkim.Examined.VENDOR;
import static net.bpsolutions.sending.verifier.dkim.Examined.argument;
import static net.bpsolutions.sending.verifier.dkim.Examined.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AbsenceTest {

    private static final String NAME = "mte1._domainkey.clinic.example ";
    private static final String DOUBLED = "mte1._domainkey.clinic.example.clinic.example ";
    private static final String BESIDE = "nobody-made-this-name-5c0f2e._domainkey.clinic.example ";
    private static final String WILDCARD = "*._domainkey.clinic.example ";

    static Stream<Arguments> absences() {
        return Stream.of(
                argumentSet("nothing", "clinic.example TXT hello", "MISSING MISSING/ERROR"),
                argumentSet(
                        "name typed in full", DOUBLED + "CNAME dkim1.mandrillapp.com", "MISSING DOUBLED_SUFFIX/ERROR"),
                argumentSet(
                        "label typed twice",
                        "mte1._domainkey._domainkey.clinic.example CNAME dkim1.mandrillapp.com",
                        "MISSING DOUBLED_SUFFIX/ERROR"),
                argumentSet(
                        "name typed in full, with the other's target",
                        DOUBLED + "CNAME dkim2.mandrillapp.com",
                        "MISSING DOUBLED_SUFFIX/ERROR"),
                argumentSet("something else there", DOUBLED + "CNAME elsewhere.example", "MISSING MISSING/ERROR"),
                argumentSet(
                        "a wildcard there",
                        "*._domainkey.clinic.example.clinic.example CNAME dkim1.mandrillapp.com",
                        "MISSING MISSING/ERROR"),
                argumentSet("out of reach there", DOUBLED + "TXT !TIMEOUT", "MISSING MISSING/ERROR"),
                argumentSet("there, and a wildcard out of reach", """
                        %s CNAME dkim1.mandrillapp.com
                        nobody-made-this-name-5c0f2e._domainkey.clinic.example.clinic.example TXT !TIMEOUT
                        """.formatted(DOUBLED), "MISSING MISSING/ERROR"),
                argumentSet(
                        "the target as text", NAME + "TXT dkim1.mandrillapp.com.", "WRONG TXT_INSTEAD_OF_CNAME/ERROR"),
                argumentSet("any text", NAME + "TXT v=spf1 -all", "WRONG TXT_INSTEAD_OF_CNAME/ERROR"),
                argumentSet("another key", NAME + "TXT " + KEY2, "WRONG TXT_INSTEAD_OF_CNAME/ERROR"),
                argumentSet("a revoked key", NAME + "TXT v=DKIM1; p=", "WRONG TXT_INSTEAD_OF_CNAME/ERROR"),
                argumentSet("the right key", NAME + "TXT " + KEY1, "OK FLATTENED/WARNING"),
                argumentSet(
                        "the right key in other words",
                        NAME + "TXT t=y:s ;  p = " + KEY1.substring(KEY1.indexOf("MII")) + " ; n=copy",
                        "OK TESTING_MODE/WARNING FLATTENED/WARNING"),
                argumentSet(
                        "the right key, but not for mail",
                        NAME + "TXT " + KEY1 + "; s=chat",
                        "WRONG TXT_INSTEAD_OF_CNAME/ERROR"),
                argumentSet(
                        "the right key beside another",
                        NAME + "TXT " + KEY1 + "\n" + NAME + "TXT " + KEY2,
                        "CONFLICT MULTIPLE_RECORDS/ERROR"),
                argumentSet("text out of reach", NAME + "TXT !SERVFAIL", "UNKNOWN SERVFAIL/WARNING"),
                argumentSet("an address", NAME + "A 203.0.113.9", "WRONG PROXIED/ERROR"),
                argumentSet("an IPv6 address only", NAME + "AAAA 2001:db8::9", "WRONG PROXIED/ERROR"),
                argumentSet("an address out of reach", NAME + "A !TIMEOUT", "MISSING MISSING/ERROR"),
                argumentSet(
                        "another address than a wildcard's",
                        NAME + "A 203.0.113.9\n" + WILDCARD + "A 203.0.113.7",
                        "WRONG PROXIED/ERROR"));
    }

    @ParameterizedTest
    @MethodSource("absences")
    void seesWhatIsThereInstead(String lines, String expected) {
        assertThat(summary(Examined.first(lines))).isEqualTo(expected);
    }

    static Stream<Arguments> wildcards() {
        return Stream.of(
                argumentSet("text", WILDCARD + "TXT v=spf1 -all", "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet("an address", WILDCARD + "A 203.0.113.9", "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet(
                        "addresses in rotation",
                        NAME + "A 203.0.113.9\n" + NAME + "A 203.0.113.8\n" + BESIDE + "A 203.0.113.8",
                        "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet("an alias", WILDCARD + "CNAME parking.example", "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet(
                        "an alias in a circle",
                        WILDCARD + "CNAME a.example\na.example CNAME a.example",
                        "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet("the right alias", WILDCARD + "CNAME dkim1.mandrillapp.com", "OK WILDCARD/WARNING"),
                argumentSet("the right key", WILDCARD + "TXT " + KEY1, "OK FLATTENED/WARNING WILDCARD/WARNING"),
                argumentSet("beside the record", FIRST + WILDCARD + "CNAME parking.example", "OK"),
                argumentSet(
                        "beside a wrong record",
                        NAME + "CNAME elsewhere.example\n" + WILDCARD + "CNAME parking.example",
                        "WRONG WRONG_TARGET/ERROR"),
                argumentSet(
                        "an address, and the record elsewhere",
                        WILDCARD + "A 203.0.113.9\n" + DOUBLED + "CNAME dkim1.mandrillapp.com",
                        "MISSING DOUBLED_SUFFIX/ERROR WILDCARD/WARNING"));
    }

    @ParameterizedTest
    @MethodSource("wildcards")
    void tellsAWildcardFromARecord(String lines, String expected) {
        assertThat(summary(Examined.first(lines))).isEqualTo(expected);
    }

    static Stream<Arguments> doubts() {
        return Stream.of(
                argumentSet(
                        "an address, perhaps a wildcard's",
                        NAME + "A 203.0.113.9\n" + BESIDE + "A !TIMEOUT",
                        "MISSING MISSING/ERROR TIMEOUT/WARNING"),
                argumentSet(
                        "text, perhaps a wildcard's",
                        NAME + "TXT hello\n" + BESIDE + "TXT !TIMEOUT",
                        "MISSING MISSING/ERROR TIMEOUT/WARNING"),
                argumentSet(
                        "text that no wildcard would have",
                        NAME + "TXT dkim1.mandrillapp.com\n" + BESIDE + "TXT !TIMEOUT",
                        "WRONG TXT_INSTEAD_OF_CNAME/ERROR"),
                argumentSet("a right alias, perhaps a wildcard's", FIRST + BESIDE + "CNAME !TIMEOUT", "OK"));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void claimsNothingThatItCouldNotSee(String lines, String expected) {
        assertThat(summary(Examined.first(lines))).isEqualTo(expected);
    }

    @Test
    void doesNotJudgeAKeyThatItCannotCompare() {
        RecordCheck first = Examined.both("dkim1.mandrillapp.com TXT !SERVFAIL\n" + SECOND + NAME + "TXT " + KEY1)
                .getFirst();

        assertThat(summary(first)).isEqualTo("UNKNOWN SERVFAIL/WARNING");
        assertThat(argument(first, "SERVFAIL", "target")).isEqualTo("dkim1.mandrillapp.com");
    }

    @Test
    void findsACopyThatIsTooShortTooShort() {
        String shortKey = Keys.ofBits(512);

        RecordCheck first = Examined.both("dkim1.mandrillapp.com TXT " + shortKey + "\n" + NAME + "TXT " + shortKey)
                .getFirst();

        assertThat(summary(first)).isEqualTo("WRONG KEY_TOO_SHORT/ERROR FLATTENED/WARNING");
    }

    @Test
    void findsTheRecordBelowTheApexToo() {
        RecordCheck first = Examined.run(
                        VENDOR + "mte1._domainkey.clinic.example.example CNAME dkim1.mandrillapp.com",
                        "example",
                        List.of(Examined.selector(1)))
                .getFirst();

        assertThat(summary(first)).isEqualTo("MISSING DOUBLED_SUFFIX/ERROR");
        assertThat(argument(first, "DOUBLED_SUFFIX", "found")).isEqualTo("mte1._domainkey.clinic.example.example");
        assertThat(argument(first, "DOUBLED_SUFFIX", "host")).isEqualTo("mte1._domainkey.clinic");
    }

    @Test
    void showsTheAddressesOfAProxy() {
        RecordCheck first = Examined.first(NAME + "A 203.0.113.9\n" + NAME + "A 203.0.113.8");

        assertThat(first.found()).containsExactly("203.0.113.9", "203.0.113.8");
        assertThat(argument(first, "PROXIED", "found")).isEqualTo("203.0.113.9 203.0.113.8");
        assertThat(argument(first, "PROXIED", "suggested")).isEqualTo("dkim1.mandrillapp.com");
    }
}
