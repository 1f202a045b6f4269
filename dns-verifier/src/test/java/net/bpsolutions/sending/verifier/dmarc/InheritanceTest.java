package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InheritanceTest {

    private static final String EXISTS = "mail.clinic.example A 192.0.2.1\n";

    static Stream<Arguments> policies() {
        return Stream.of(
                argumentSet("the only one", "p=reject", EXISTS, "reject"),
                argumentSet("for subdomains", "p=reject; sp=quarantine; np=none", EXISTS, "quarantine"),
                argumentSet("for those that do not exist", "p=reject; sp=none; np=quarantine", "", "quarantine"),
                argumentSet("for all of them", "p=reject; sp=none", "", "none"),
                argumentSet("not meant for those that exist", "p=quarantine; np=reject", EXISTS, "quarantine"),
                argumentSet("reject on trial", "p=reject; t=y", EXISTS, "quarantine"),
                argumentSet("quarantine on trial", "p=reject; sp=quarantine; t=Y", EXISTS, "none"),
                argumentSet("a trial misspelt", "p=reject; t=yes", EXISTS, "reject"),
                argumentSet("spoilt, with reports", "p=reject; sp=block; rua=mailto:d@clinic.example", EXISTS, "none"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void saysWhichPolicyIsInForce(String tags, String beside, String policy) {
        RecordCheck check =
                Clinic.of("mail.clinic.example").examine(beside + "_dmarc.clinic.example TXT v=DMARC1; " + tags);

        assertThat(check.state()).isEqualTo(RecordState.OK);
        assertThat(inherited(check)).containsEntry("policy", policy).containsEntry("from", "clinic.example");
    }

    static Stream<Arguments> worthless() {
        return Stream.of(
                argumentSet("no policy", "v=DMARC1"),
                argumentSet("an unreadable one", "v=DMARC1; p=block; rua=mailto:d@clinic.example"),
                argumentSet("spoilt, without reports", "v=DMARC1; p=reject; sp=block"),
                argumentSet("spoilt, with unreadable reports", "v=DMARC1; p=reject; np=; rua=d@clinic.example"),
                argumentSet("not a record", "v=dmarc1; p=reject"));
    }

    @ParameterizedTest
    @MethodSource("worthless")
    void inheritsNothingFromARecordThatReceiversDisregard(String text) {
        RecordCheck check = Clinic.of("mail.clinic.example").examine(EXISTS + "_dmarc.clinic.example TXT " + text);

        assertThat(check.state()).isEqualTo(RecordState.MISSING);
    }

    @Test
    void keepsToItselfThatBothMethodsAgree() {
        RecordCheck check = Clinic.of("mail.clinic.co.uk")
                .examine("mail.clinic.co.uk A 192.0.2.1\n_dmarc.clinic.co.uk TXT v=DMARC1; p=none");

        assertThat(inherited(check)).doesNotContainKeys("treeWalk", "publicSuffix");
    }

    @Test
    void givesBothAnswersWhenASuffixSpeaks() {
        RecordCheck check = Clinic.of("clinic.co.uk").examine("_dmarc.uk TXT v=DMARC1; p=reject; psd=y");

        assertThat(inherited(check))
                .containsEntry("treeWalk", "uk: reject")
                .containsEntry("publicSuffix", "clinic.co.uk: no record");
    }

    @Test
    void givesBothAnswersWhenOlderReceiversKnowNoTrial() {
        RecordCheck check =
                Clinic.of("mail.clinic.example").examine(EXISTS + "_dmarc.clinic.example TXT v=DMARC1; p=reject; t=y");

        assertThat(inherited(check))
                .containsEntry("treeWalk", "clinic.example: quarantine")
                .containsEntry("publicSuffix", "clinic.example: reject");
    }

    @Test
    void givesBothAnswersWhenOnlyOlderReceiversFindAPolicy() {
        RecordCheck check = Clinic.of("a.dept.clinic.example").examine("""
                a.dept.clinic.example A 192.0.2.1
                _dmarc.dept.clinic.example TXT v=DMARC1; psd=n
                _dmarc.clinic.example TXT v=DMARC1; p=none""");

        assertThat(check.state()).isEqualTo(RecordState.MISSING);
        assertThat(check.findings().getFirst().args())
                .containsEntry("treeWalk", "dept.clinic.example: no record")
                .containsEntry("publicSuffix", "clinic.example: none");
    }

    @Test
    void believesNothingAboveANameThatCannotBeSeen() {
        RecordCheck check = Clinic.of("a.mail.clinic.example").examine("""
                _dmarc.mail.clinic.example TXT !SERVFAIL
                _dmarc.clinic.example TXT v=DMARC1; p=none""");

        assertThat(check.state()).isEqualTo(RecordState.UNKNOWN);
    }

    @Test
    void asksNothingAboveANameThatStopsTheWalk() {
        RecordCheck check = Clinic.of("a.mail.clinic.example").examine("""
                _dmarc.mail.clinic.example TXT v=DMARC1; p=none; psd=n
                _dmarc.clinic.example TXT !SERVFAIL""");

        assertThat(check.state()).isEqualTo(RecordState.OK);
    }

    @Test
    void takesARefusalOfTheZonesOwnServersForWhatItIs() {
        String refused = EXISTS + "_dmarc.clinic.example TXT !REFUSED";

        assertThat(Clinic.of("mail.clinic.example")
                        .within("clinic.example")
                        .examine(refused)
                        .state())
                .isEqualTo(RecordState.UNKNOWN);
        assertThat(Clinic.of("mail.clinic.example").examine(refused).state()).isEqualTo(RecordState.MISSING);
    }

    @Test
    void asksEightTimesAtMost() {
        assertThat(TreeWalk.parents("a.b.c.d.e.f.g.h.i.j.k.clinic.example"))
                .isEqualTo(List.of(
                        "g.h.i.j.k.clinic.example",
                        "h.i.j.k.clinic.example",
                        "i.j.k.clinic.example",
                        "j.k.clinic.example",
                        "k.clinic.example",
                        "clinic.example",
                        "example"));
        assertThat(TreeWalk.parents("a.b.c.d.e.f.clinic.example")).hasSize(7);
    }

    private static Map<String, String> inherited(RecordCheck check) {
        return check.findings().stream()
                .filter(finding -> finding.code().equals("INHERITED"))
                .findFirst()
                .orElseThrow()
                .args();
    }
}
