package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Ignore;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Reason;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Redeem;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.StartChallenge;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.mail.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundDecisionTest {

    private static final Address JANE = new Address("jane@myhearingclinic.com");
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Proof GUESS = new Proof(JANE.domain(), new VerificationKey(KEY), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Domain verification",
                "domain verification",
                "  DOMAIN   VERIFICATION  ",
                "Re: Domain verification",
                "AW: WG: Domain Verification",
                "Domain-verification",
                "\"Domain verification\"",
                "Domain verification for myhearingclinic.com"
            })
    void readsTheSubjectLoosely(String subject) {
        assertThat(decide(subject, false)).isEqualTo(new StartChallenge(JANE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "verification", "Subdomain verifications", "Reminder"})
    void explainsItselfToOtherSubjects(String subject) {
        assertThat(decide(subject, false))
                .isEqualTo(new InboundDecision.Explain(JANE, InboundDecision.Puzzle.SOMETHING_ELSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Re:", "AW: Fwd:"})
    void takesAnEmptySubjectForTheQuestion(String subject) {
        assertThat(decide(subject, false)).isEqualTo(new StartChallenge(JANE));
    }

    @Test
    void keyWinsOverSubject() {
        assertThat(decide("Re: Domain verification", false, link("myhearingclinic.com", KEY)))
                .isInstanceOf(Redeem.class);
    }

    @Test
    void automaticMailProvesNothingEvenWithKey() {
        assertThat(decide("Domain verification", true, link("myhearingclinic.com", KEY)))
                .isEqualTo(new Ignore(Reason.AUTOMATIC));
    }

    @Test
    void answersNoAnswerOfOursThatIsSentBackByRule() {
        assertThat(resent("About your mail to verification@bp-solutions.net", "forward \"Verify your domain\""))
                .isEqualTo(new Ignore(Reason.AUTOMATIC));
        assertThat(resent("Domain verification", "x")).isEqualTo(new Ignore(Reason.AUTOMATIC));
        assertThat(resent("", "x")).isEqualTo(new Ignore(Reason.AUTOMATIC));
    }

    @Test
    void takesOurMessageWhenItIsResent() {
        assertThat(resent("Verify your domain", link("myhearingclinic.com", KEY)))
                .isInstanceOf(Redeem.class);
        assertThat(resent("Verify your domain", "cut off"))
                .isEqualTo(new InboundDecision.Explain(JANE, InboundDecision.Puzzle.NO_KEY));
    }

    @Test
    void ignoresWhatCannotBeRead() {
        assertThat(InboundDecision.of(new Reading.Unreadable())).isEqualTo(new Ignore(Reason.UNREADABLE));
    }

    @Test
    void startsNothingWithoutAuthor() {
        InboundMail mail = new InboundMail(null, "Domain verification", false, List.of());

        assertThat(InboundDecision.of(new Reading.Understood(mail))).isEqualTo(new Ignore(Reason.NO_SINGLE_AUTHOR));
    }

    @Test
    void takesTheDomainOfTheAuthorWhenOnlyTheKeyIsGiven() {
        assertThat(decide("our key", false, "Key: " + KEY)).isEqualTo(new Redeem(List.of(GUESS), JANE));
    }

    @Test
    void readsOneProofOnceThoughItStandsInTextAndHtml() {
        String link = link("myhearingclinic.com", KEY);

        assertThat(decide("Fwd", false, link, link))
                .isInstanceOfSatisfying(
                        Redeem.class, redeem -> assertThat(redeem.proofs()).hasSize(1));
    }

    @Test
    void mistakesNoDomainAndNoKeyForQuotedPrintable() {
        String key = "3d" + KEY.substring(2);

        assertThat(decide("Fwd", false, link("3dclinic.com", key)))
                .isEqualTo(
                        new Redeem(List.of(new Proof(new DomainName("3dclinic.com"), new VerificationKey(key))), JANE));
    }

    @Test
    void triesFewKeysOfOneMail() {
        StringBuilder text = new StringBuilder();
        for (char c = 'a'; c < 'p'; c++) {
            text.append(link("myhearingclinic.com", KEY.replace('a', c))).append("\r\n");
        }

        assertThat(decide("Fwd", false, text.toString()))
                .isInstanceOfSatisfying(
                        Redeem.class, redeem -> assertThat(redeem.proofs()).hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_domain", "localhost", "1.2.3.4"})
    void takesTheDomainOfTheAuthorForWhatIsNoDomain(String domain) {
        assertThat(decide("Hello", false, link(domain, KEY))).isEqualTo(new Redeem(List.of(GUESS), JANE));
    }

    @Test
    void printsNoContent() {
        InboundMail mail = new InboundMail(JANE, "secret", false, List.of("secret " + KEY));

        assertThat(mail.toString()).doesNotContain("secret", KEY, "jane");
        assertThat(InboundDecision.of(new Reading.Understood(mail)).toString()).doesNotContain(KEY);
        assertThat(new Envelope("jane@c.example", List.of("pat@c.example")).toString())
                .doesNotContain("jane", "pat");
    }

    private static String link(String domain, String key) {
        return "https://gw.example/verify-domain?domain=" + domain + "&key=" + key;
    }

    /** By Jane, what a machine wrote. */
    private static InboundDecision resent(String subject, String text) {
        Trace trace = new Trace("", List.of(), List.of(), null, null, 1, false, JANE);
        Address ourselves = new Address("verification@bp-solutions.net");
        return InboundDecision.of(
                new Reading.Understood(new InboundMail(ourselves, subject, true, List.of(text), trace)));
    }

    private static InboundDecision decide(String subject, boolean automatic, String... texts) {
        return InboundDecision.of(new Reading.Understood(new InboundMail(JANE, subject, automatic, List.of(texts))));
    }
}
