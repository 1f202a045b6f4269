package net.bpsolutions.sending.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.ledger.Booking;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Answer;
import net.bpsolutions.sending.gateway.smtp.Answer.Refused;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration RELAY_PAUSE = Duration.ofSeconds(1);
    private static final Identity IDENTITY =
            new Identity(SendingAs.NATIVE, Mailbox.of(new Address("jane@clinic.example")), null);

    @Test
    void suppressesOnlyARecipientWhoseAddressIsBad() {
        assertThat(suppresses("550 5.1.1", Refused.RECIPIENT)).isTrue();
        assertThat(suppresses("550 5.7.1", Refused.RECIPIENT)).isFalse();
        assertThat(suppresses("550 5.1.8", Refused.SENDER)).isFalse();
    }

    @Test
    void triesAgainSoonWhenTheRelayIsAway() {
        assertThat(verdict(new Answer.Unreachable()).next()).isEqualTo(new Booking.Again(RELAY_PAUSE));
        assertThat(verdict(new Answer.Deferred("451", "mail-deferred")).next()).isEqualTo(new Booking.Again(PAUSE));
    }

    @Test
    void backsOffWhenNobodyKnows() {
        assertThat(verdict(new Answer.Unanswered()).next()).isEqualTo(new Booking.Unseen(PAUSE));
    }

    @Test
    void finishesWhatIsAcceptedOrRejected() {
        assertThat(verdict(new Answer.Accepted("250")).next()).isEqualTo(new Booking.Finished(Outcome.ACCEPTED, false));
        assertThat(verdict(new Answer.Rejected("", Refused.MAIL)).smtpReply()).isNull();
    }

    private static boolean suppresses(String reply, Refused what) {
        return verdict(new Answer.Rejected(reply, what)).next() instanceof Booking.Finished finished
                && finished.suppress();
    }

    private static Booking verdict(Answer answer) {
        return Verdict.of(answer, IDENTITY, PAUSE, RELAY_PAUSE);
    }
}
