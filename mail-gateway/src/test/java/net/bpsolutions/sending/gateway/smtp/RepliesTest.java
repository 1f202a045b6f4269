package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.bpsolutions.sending.gateway.smtp.Answer.Deferred;
import net.bpsolutions.sending.gateway.smtp.Answer.NotAuthorised;
import net.bpsolutions.sending.gateway.smtp.Answer.Refused;
import net.bpsolutions.sending.gateway.smtp.Answer.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    @Test
    void rejectsARecipientThatIsRefusedForGoodAndKeepsTheTextToItself() {
        assertThat(Replies.of(reply(550, "5.1.1 secret@example.org unknown"), Refused.RECIPIENT))
                .isEqualTo(new Rejected("550 5.1.1", Refused.RECIPIENT));
    }

    @Test
    void defersARecipientThatIsRefusedForNow() {
        assertThat(Replies.of(reply(451, "greylisted"), Refused.RECIPIENT))
                .isEqualTo(new Deferred("451", "recipient-deferred"));
    }

    @Test
    void rejectsAMailThatIsRefusedAfterItsContent() {
        assertThat(Replies.of(reply(554, "no"), Refused.MAIL)).isEqualTo(new Rejected("554", Refused.MAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.7.26 Unauthenticated email from clinic.example is not accepted due to domain's DMARC policy",
                "5.7.26 anything",
                "5.7.1 Email rejected per DMARC policy for clinic.example",
                "5.7.1 unsigned",
                "rejected: unsigned",
                "5.7.509 Access denied, sending domain does not pass DMARC verification",
                "5.7.1 Sender address rejected: not owned by user blueprint",
                "5.7.1 You are not authorized to send from this address"
            })
    void knowsARefusalOfTheNameFromOneOfTheRecipient(String text) {
        assertThat(Replies.of(reply(550, text), Refused.RECIPIENT)).isInstanceOf(NotAuthorised.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.7.1 no",
                "5.1.1 user unknown; see dmarc.example",
                "5.7.1 Recipient not authorized to receive",
                "5.7.1 assigned elsewhere",
                "5.7.1 relaying denied"
            })
    void takesEverythingElseForWhatItSays(String text) {
        assertThat(Replies.of(reply(550, text), Refused.RECIPIENT)).isInstanceOf(Rejected.class);
    }

    @Test
    void triesAgainUnderTheSameNameWhenTheRefusalIsTemporary() {
        assertThat(Replies.of(reply(421, "4.7.26 unauthenticated, slow down"), Refused.MAIL))
                .isEqualTo(new Deferred("421 4.7.26", "mail-deferred"));
    }

    private static Reply reply(int code, String text) {
        return Reply.of(code, List.of(text));
    }
}
