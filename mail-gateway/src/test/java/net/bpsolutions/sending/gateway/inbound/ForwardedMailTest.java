package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Ignore;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Reason;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.Redeem;
import net.bpsolutions.sending.gateway.inbound.InboundDecision.StartChallenge;
import net.bpsolutions.sending.gateway.mail.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole mails as mail programs write them, from the octets to the decision. */
class ForwardedMailTest {

    private static final DomainName DOMAIN = new DomainName("myhearingclinic.com");
    private static final Proof PROOF = new Proof(DOMAIN, new VerificationKey("abcdefghijklmnopqrstuvwxyz234567"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail-forward",
                "outlook-html-only",
                "outlook-base64",
                "apple-mail-quoted",
                "wrapped-link",
                "thunderbird-attached",
                "attached-base64",
                "key-by-hand",
                "undecoded-quoted-printable",
                "safe-links"
            })
    void findsTheKeyInForwardedMessage(String mail) throws IOException {
        assertThat(decide(mail))
                .isInstanceOfSatisfying(
                        Redeem.class, redeem -> assertThat(redeem.proofs()).containsExactly(PROOF));
    }

    @Test
    void tellsWhoeverForwardedIt() throws IOException {
        assertThat(decide("key-by-hand")).isEqualTo(new Redeem(List.of(PROOF), new Address("it@helper.example")));
    }

    @Test
    void startsChallengeForTheAuthor() throws IOException {
        assertThat(decide("domain-verification"))
                .isEqualTo(new StartChallenge(new Address("jane@myhearingclinic.com")));
    }

    @ParameterizedTest
    @CsvSource({"bounce,       AUTOMATIC", "absence-note, AUTOMATIC", "two-authors,  NO_SINGLE_AUTHOR"})
    void ignoresWhatProvesNothing(String mail, Reason reason) throws IOException {
        assertThat(decide(mail)).isEqualTo(new Ignore(reason));
    }

    @Test
    void asksForTheWholeKey() throws IOException {
        assertThat(decide("partial-key"))
                .isEqualTo(new InboundDecision.Explain(
                        new Address("jane@myhearingclinic.com"), InboundDecision.Puzzle.NO_KEY));
    }

    @Test
    void ignoresEverythingFromTheNullSender() throws IOException {
        assertThat(InboundDecision.of(MailReader.read(octets("gmail-forward"), true)))
                .isEqualTo(new Ignore(Reason.AUTOMATIC));
    }

    private static InboundDecision decide(String mail) throws IOException {
        return InboundDecision.of(MailReader.read(octets(mail), false));
    }

    private static byte[] octets(String mail) throws IOException {
        try (InputStream resource = ForwardedMailTest.class.getResourceAsStream("/mail/" + mail + ".eml")) {
            return Objects.requireNonNull(resource, mail).readAllBytes();
        }
    }
}
