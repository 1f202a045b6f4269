package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.verifier.dkim.Examined.FIRST;
import static net.bpsolutions.sending.verifier.dkim.Examined.KEY1;
import static net.bpsolutions.sending.verifier.dkim.Examined.KEY2;
import static net.bpsolutions.sending.verifier.dkim.Examined.argument;
import static net.bpsolutions.sending.verifier.dkim.Examined.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.lookup.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetKeyTest {

    private static final String TARGET = "dkim1.mandrillapp.com ";
    private static final String OWN = "mte1._domainkey.clinic.example ";

    static Stream<Arguments> keys() {
        return Stream.of(
                argumentSet("2048 bits", TARGET + "TXT " + KEY1, "OK"),
                argumentSet("1024 bits work", TARGET + "TXT " + Keys.ofBits(1024), "OK KEY_TOO_SHORT/INFO"),
                argumentSet("512 bits do not", TARGET + "TXT " + Keys.ofBits(512), "WRONG KEY_TOO_SHORT/ERROR"),
                argumentSet("Ed25519", TARGET + "TXT v=DKIM1; k=ed25519; p=" + Keys.encoded(new byte[32]), "OK"),
                argumentSet("revoked", TARGET + "TXT v=DKIM1; k=rsa; p=", "WRONG KEY_REVOKED/ERROR"),
                argumentSet("a test", TARGET + "TXT " + KEY1 + "; t=y", "OK TESTING_MODE/WARNING"),
                argumentSet(
                        "a short one and a test",
                        TARGET + "TXT " + Keys.ofBits(1024) + "; t=y",
                        "OK TESTING_MODE/WARNING KEY_TOO_SHORT/INFO"),
                argumentSet("no key", TARGET + "TXT hello", "WRONG KEY_INVALID/ERROR"),
                argumentSet(
                        "two keys",
                        TARGET + "TXT " + KEY1 + "\n" + TARGET + "TXT " + KEY2,
                        "CONFLICT MULTIPLE_RECORDS/ERROR KEY_INVALID/ERROR"),
                argumentSet("the same key twice", TARGET + "TXT " + KEY1 + "\n" + TARGET + "TXT " + KEY1, "OK"),
                argumentSet("no text at the target", TARGET + "A 192.0.2.1", "WRONG DANGLING_TARGET/ERROR"),
                argumentSet("no target", "mandrillapp.com A 192.0.2.1", "WRONG DANGLING_TARGET/ERROR"),
                argumentSet("an alias of the vendor's", """
                        dkim1.mandrillapp.com CNAME keys.vendor.example
                        keys.vendor.example TXT %s""".formatted(KEY1), "OK"),
                argumentSet("an alias of the vendor's that leads nowhere", """
                        dkim1.mandrillapp.com CNAME keys.vendor.example""", "WRONG DANGLING_TARGET/ERROR"),
                argumentSet("a circle of the vendor's", """
                        dkim1.mandrillapp.com CNAME a.mandrillapp.com
                        a.mandrillapp.com CNAME dkim1.mandrillapp.com""", "WRONG CNAME_LOOP/ERROR"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void judgesTheKeyAtTheTarget(String lines, String expected) {
        assertThat(summary(Examined.both(FIRST + lines).getFirst())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "SERVFAIL", "REFUSED", "NAMESERVERS_DISAGREE", "DNSSEC_BOGUS"})
    void onlyRemarksOnAKeyThatCannotBeSeen(String reason) {
        RecordCheck first = Examined.both(FIRST + TARGET + "TXT !" + reason).getFirst();

        assertThat(summary(first)).isEqualTo("OK " + reason + "/WARNING");
        assertThat(first.findings().getFirst().args())
                .containsEntry("target", "dkim1.mandrillapp.com")
                .containsEntry("responsible", "vendor")
                .containsEntry("servers", "ns1");
    }

    @Test
    void saysWhoCanMendATargetThatDoesNotExist() {
        RecordCheck nobody = Examined.both(FIRST).getFirst();
        RecordCheck nothing = Examined.both(FIRST + TARGET + "A 192.0.2.1").getFirst();

        assertThat(argument(nobody, "DANGLING_TARGET", "responsible")).isEqualTo("vendor");
        assertThat(argument(nobody, "DANGLING_TARGET", "rcode")).isEqualTo("NXDOMAIN");
        assertThat(argument(nothing, "DANGLING_TARGET", "rcode")).isEqualTo("NODATA");
    }

    @Test
    void saysWhatIsWrongWithAKey() {
        RecordCheck first =
                Examined.both(FIRST + TARGET + "TXT v=DKIM1; k=dsa; p=AAAA").getFirst();

        assertThat(argument(first, "KEY_INVALID", "fault")).isEqualTo("algorithm");
        assertThat(argument(first, "KEY_INVALID", "position")).isEqualTo("12");
        assertThat(argument(first, "KEY_INVALID", "found")).isEqualTo("v=DKIM1; k=dsa; p=AAAA");
    }

    static Stream<Arguments> ownKeys() {
        String key2 = KEY2.substring(KEY2.indexOf("p=") + 2);
        return Stream.of(
                argumentSet("as expected", OWN + "TXT " + KEY1, "OK"),
                argumentSet("tags in another order", OWN + "TXT " + KEY1.replace("v=DKIM1; k=rsa; ", "t=s;"), "OK"),
                argumentSet("behind an alias", OWN + "CNAME key.example\nkey.example TXT " + KEY1, "OK"),
                argumentSet("a test", OWN + "TXT " + KEY1 + "; t=y", "OK TESTING_MODE/WARNING"),
                argumentSet("another", OWN + "TXT v=DKIM1; p=" + key2, "WRONG KEY_INVALID/ERROR"),
                argumentSet("cut off", OWN + "TXT " + KEY1.substring(0, 250), "WRONG KEY_INVALID/ERROR"),
                argumentSet("revoked", OWN + "TXT v=DKIM1; p=", "WRONG KEY_REVOKED/ERROR"),
                argumentSet(
                        "two",
                        OWN + "TXT " + KEY1 + "\n" + OWN + "TXT " + KEY2,
                        "CONFLICT MULTIPLE_RECORDS/ERROR KEY_INVALID/ERROR"),
                argumentSet("none", "clinic.example A 192.0.2.1", "MISSING MISSING/ERROR"),
                argumentSet(
                        "name typed in full",
                        "mte1._domainkey.clinic.example.clinic.example TXT " + KEY1,
                        "MISSING DOUBLED_SUFFIX/ERROR"),
                argumentSet("out of reach", OWN + "TXT !TIMEOUT", "UNKNOWN TIMEOUT/WARNING"),
                argumentSet("in a circle", OWN + "CNAME mte1._domainkey.clinic.example", "WRONG CNAME_LOOP/ERROR"),
                argumentSet(
                        "a wildcard's text",
                        "*._domainkey.clinic.example TXT v=spf1 -all",
                        "MISSING MISSING/ERROR WILDCARD/WARNING"),
                argumentSet("a wildcard's key", "*._domainkey.clinic.example TXT " + KEY1, "OK WILDCARD/WARNING"));
    }

    @ParameterizedTest
    @MethodSource("ownKeys")
    void judgesAKeyThatIsToBeInTheClinicsZone(String lines, String expected) {
        assertThat(summary(
                        Examined.run(lines, "clinic.example", List.of(ownKey())).getFirst()))
                .isEqualTo(expected);
    }

    @Test
    void glancesWithoutTrustInAnythingButTheRightAlias() {
        Trail key = new Trail.Ended(List.of("dkim1.mandrillapp.com"), answer(KEY1), null);
        Trail revoked = new Trail.Ended(List.of("dkim1.mandrillapp.com"), answer("v=DKIM1; p="), null);

        assertThat(glance(answer("dkim1.mandrillapp.com"), key)).isEqualTo(RecordState.OK);
        assertThat(glance(answer("DKIM1.mandrillapp.com"), key)).isEqualTo(RecordState.OK);
        assertThat(glance(answer("dkim1.mandrillapp.com"), revoked)).isNotEqualTo(RecordState.OK);
        assertThat(glance(answer("dkim2.mandrillapp.com"), key)).isNotEqualTo(RecordState.OK);
        assertThat(glance(answer("dkim1.mandrillapp.com", "a.example"), key)).isNotEqualTo(RecordState.OK);
        assertThat(glance(new Lookup.NoData(), key)).isNotEqualTo(RecordState.OK);
        assertThat(glance(new Lookup.Unavailable(Reason.TIMEOUT, ""), key)).isEqualTo(RecordState.UNKNOWN);
        assertThat(Dkim.glance(Examined.DOMAIN, ownKey(), answer(KEY1), key).state())
                .isEqualTo(RecordState.UNKNOWN);
    }

    private static RecordState glance(Lookup cname, Trail key) {
        return Dkim.glance(Examined.DOMAIN, Examined.selector(1), cname, key).state();
    }

    private static Lookup answer(String... records) {
        return new Lookup.Answer(List.of(records), null);
    }

    private static ExpectedRecord ownKey() {
        return new ExpectedRecord(
                Purpose.DKIM,
                RecordType.TXT,
                "mte1._domainkey.clinic.example",
                "v=DKIM1; k=rsa; p=" + Keys.material(2048),
                true);
    }
}
