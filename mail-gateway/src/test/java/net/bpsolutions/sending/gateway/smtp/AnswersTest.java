package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import net.bpsolutions.sending.gateway.smtp.Answer.Deferred;
import net.bpsolutions.sending.gateway.smtp.Answer.Refused;
import net.bpsolutions.sending.gateway.smtp.Answer.Rejected;
import net.bpsolutions.sending.gateway.smtp.Answer.Unanswered;
import net.bpsolutions.sending.gateway.smtp.Answer.Unreachable;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void rejectsARecipientThatIsRefusedForGood() {
        assertThat(Answers.of(smtp("recipient address not accepted", 550, "550 5.1.1 secret@example.org unknown")))
                .isEqualTo(new Rejected("550 5.1.1", Refused.RECIPIENT));
    }

    @Test
    void defersARecipientThatIsRefusedForNow() {
        assertThat(Answers.of(smtp("recipient address not accepted", 451, "451 greylisted")))
                .isEqualTo(new Deferred("451", "recipient-deferred"));
    }

    @Test
    void tellsAPermanentFaultOfTheSenderFromOneOfTheRecipient() {
        assertThat(Answers.of(smtp("sender address not accepted", 550, "550 5.7.1 unsigned")))
                .isEqualTo(new Rejected("550 5.7.1", Refused.SENDER));
    }

    @Test
    void rejectsAMailThatIsRefusedAfterItsContent() {
        assertThat(Answers.of(smtp("sending data failed", 554, "554 no"))).isEqualTo(new Rejected("554", Refused.MAIL));
    }

    @Test
    void neverHoldsAFaultOfTheSessionAgainstTheMail() {
        assertThat(Answers.of(smtp("got error response 554", 554, "554 5.7.1 go away")))
                .isEqualTo(new Deferred("554 5.7.1", "relay-not-ready"));
    }

    @Test
    void knowsThatNothingWasSentOverAConnectionThatNeverStood() {
        assertThat(Answers.of(new ConnectException("Connection refused"))).isEqualTo(new Unreachable());
        assertThat(Answers.of(new NoStackTraceThrowable("STARTTLS required but not supported by server")))
                .isEqualTo(new Unreachable());
    }

    @Test
    void assumesNothingWhenTheConversationBreaks() {
        assertThat(Answers.of(new NoStackTraceThrowable("socket was closed unexpected.")))
                .isEqualTo(new Unanswered());
    }

    private static SMTPException smtp(String message, int code, String reply) {
        return new SMTPException(message, code, List.of(reply), false);
    }
}
