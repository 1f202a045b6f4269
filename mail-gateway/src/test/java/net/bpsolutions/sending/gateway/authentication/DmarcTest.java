package net.bpsolutions.sending.gateway.authentication;

import static net.bpsolutions.sending.gateway.authentication.Dns.Type.TXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmarcTest {

    private static final String NONE = "v=DMARC1; p=none";
    private final Zone zone = new Zone();

    @ParameterizedTest
    @CsvSource({
        "clinic.example, PASS, true",
        "mail.clinic.example, PASS, true",
        "other.example, FAIL, false",
        "example, FAIL, false",
        "notclinic.example, FAIL, false"
    })
    void passesWhatIsOfTheSameOrganization(String signer, Verdict verdict, boolean aligned) {
        zone.with("_dmarc.clinic.example", TXT, NONE);

        assertThat(signedBy("clinic.example", signer)).isEqualTo(new Dmarc.Result(verdict, aligned));
    }

    @Test
    void takesThePolicyOfTheOrganization() {
        zone.with("_dmarc.clinic.example", TXT, NONE);

        assertThat(signedBy("deep.sub.clinic.example", "clinic.example").verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void isStrictWhereAsked() {
        zone.with("_dmarc.clinic.example", TXT, "v=DMARC1; p=none; adkim=s; aspf=s");

        assertThat(signedBy("clinic.example", "mail.clinic.example").aligned()).isFalse();
        assertThat(sentBy("clinic.example", Verdict.PASS, "bounce.clinic.example")
                        .aligned())
                .isFalse();
    }

    @Test
    void keepsCustomersOfPublicSuffixApart() {
        zone.with("_dmarc.host.example", TXT, "v=DMARC1; p=none; psd=y");

        assertThat(signedBy("a.host.example", "b.host.example").aligned()).isFalse();
        assertThat(signedBy("x.a.host.example", "y.a.host.example").aligned()).isTrue();
    }

    @Test
    void alignsWithoutRecordWhenTheNamesAreTheSame() {
        assertThat(signedBy("clinic.example", "clinic.example")).isEqualTo(new Dmarc.Result(Verdict.NONE, true));
        assertThat(signedBy("clinic.example", "mail.clinic.example").aligned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SOFTFAIL, FAIL", "NEUTRAL, FAIL", "NONE, FAIL", "FAIL, FAIL", "TEMPERROR, TEMPERROR", "PASS, PASS"})
    void needsPass(Verdict spf, Verdict verdict) {
        zone.with("_dmarc.clinic.example", TXT, NONE);

        assertThat(sentBy("clinic.example", spf, "clinic.example").verdict()).isEqualTo(verdict);
    }

    @Test
    void countsSeveralRecordsAsNone() {
        zone.with("_dmarc.clinic.example", TXT, NONE, "v=DMARC1; p=reject");

        assertThat(signedBy("clinic.example", "other.example").verdict()).isEqualTo(Verdict.NONE);
    }

    @Test
    void doesNotKnowWhileDnsDoesNotAnswer() {
        zone.broken("_dmarc.clinic.example");

        assertThat(signedBy("clinic.example", "mail.clinic.example"))
                .isEqualTo(new Dmarc.Result(Verdict.TEMPERROR, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"psd=yes", "psd=", "psd=u"})
    void walksOnPastWhatIsNoBoundary(String tag) {
        zone.with("_dmarc.sub.clinic.example", TXT, NONE + "; " + tag).with("_dmarc.clinic.example", TXT, NONE);

        assertThat(signedBy("sub.clinic.example", "clinic.example").aligned()).isTrue();
    }

    @Test
    void walksOnFromPublicSuffixThatSendsItself() {
        zone.with("_dmarc.host.example", TXT, NONE + "; psd=y").with("_dmarc.example", TXT, NONE);

        assertThat(signedBy("host.example", "mail.example").aligned()).isTrue();
    }

    @Test
    void asksFewQuestionsHoweverLongTheName() {
        signedBy("a.".repeat(60) + "example", "b.other");

        assertThat(zone.asked).hasSize(8).contains("TXT _dmarc.a.a.a.a.a.a.example");
    }

    private Dmarc.Result signedBy(String author, String signer) {
        return new Dmarc(zone)
                .check(author, new Spf.Result(Verdict.NONE, ""), List.of(new Dkim.Signature(Verdict.PASS, signer)));
    }

    private Dmarc.Result sentBy(String author, Verdict spf, String sender) {
        return new Dmarc(zone).check(author, new Spf.Result(spf, sender), List.of());
    }
}
