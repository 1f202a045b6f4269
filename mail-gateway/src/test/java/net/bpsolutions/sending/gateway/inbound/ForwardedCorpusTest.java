package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** From the octets of a forwarded mail to the decision, for every program; and for what proves nothing. */
class ForwardedCorpusTest {

    private static final String TABLE = "/mail/forwarded/expected.csv";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = TABLE, delimiter = '|', numLinesToSkip = 1)
    void understandsHoweverItComesBack(String mail, String outcome) {
        Reading reading = MailReader.read(MailCorpus.FORWARDED.mail(mail), false);

        assertThat(told(InboundDecision.of(reading))).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = TABLE, delimiter = '|', numLinesToSkip = 1)
    void provesNothingFromTheNullSender(String mail) {
        Reading reading = MailReader.read(MailCorpus.FORWARDED.mail(mail), true);

        assertThat(told(InboundDecision.of(reading))).isEqualTo("ignore AUTOMATIC");
    }

    @Test
    void knowsWhatToExpectOfEveryMail() {
        assertThat(MailCorpus.FORWARDED.expected()).containsExactlyInAnyOrderElementsOf(MailCorpus.FORWARDED.names());
    }

    private static String told(InboundDecision decision) {
        return switch (decision) {
            case InboundDecision.StartChallenge(var author) -> "start " + author.value();
            case InboundDecision.Redeem(var proofs, var forwarder) ->
                "redeem " + proofs.stream().map(ForwardedCorpusTest::told).collect(Collectors.joining(" ")) + " for "
                        + told(forwarder);
            case InboundDecision.Explain(var author, var puzzle) -> "explain " + puzzle + " to " + author.value();
            case InboundDecision.Ignore(var reason) -> "ignore " + reason;
        };
    }

    private static String told(Proof proof) {
        return (proof.named() ? "" : "?") + proof.domain() + ":" + proof.key().value();
    }

    private static String told(@Nullable Address forwarder) {
        return forwarder == null ? "nobody" : forwarder.value();
    }
}
