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
import net.bpsolutions.sending.gateway.smtp.Permit;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration UNSEEN_PAUSE = Duration.ofSeconds(30);
    private static final Identity IDENTITY =
            new Identity(SendingAs.NATIVE, Mailbox.of(new Address("jane@clinic.example")), null);

    @Test
    void suppressesOnlyARecipientWhoseAddressIsBad() {
        assertThat(suppresses("550 5.1.1", Refused.RECIPIENT)).isTrue();
        assertThat(suppresses("550 5.7.1", Refused.RECIPIENT)).isFalse();
        assertThat(suppresses("550 5.1.8", Refused.SENDER)).isFalse();
    }

    @Test
    void suppressesNobodyForAFaultOfTheSendersAddress() {
        assertThat(suppresses("550 5.1.8", Refused.RECIPIENT)).isFalse();
        assertThat(suppresses("550 5.1.7", Refused.RECIPIENT)).isFalse();
        assertThat(suppresses("550 5.1.10", Refused.RECIPIENT)).isTrue();
    }

    @Test
    void backsOffAfterWhateverPasses() {
        assertThat(verdict(new Answer.Unreachable("", "relay-unreachable")).next())
                .isEqualTo(new Booking.Again(PAUSE));
        assertThat(verdict(new Answer.Deferred("451", "mail-deferred")).next()).isEqualTo(new Booking.Again(PAUSE));
    }

    @Test
    void waitsForTheEndOfTheLeaseWhenNobodyKnows() {
        assertThat(verdict(new Answer.Unanswered()).next()).isEqualTo(new Booking.Unseen(UNSEEN_PAUSE));
    }

    @Test
    void fallsBackOnceWhenTheNameIsNotAuthorised() {
        Booking first = verdict(new Answer.NotAuthorised("550 5.7.26"));
        Booking second = Verdict.of(
                new Answer.NotAuthorised("550 5.7.26"),
                new Identity(SendingAs.FALLBACK, IDENTITY.from(), null),
                PAUSE,
                UNSEEN_PAUSE);

        assertThat(first.next()).isEqualTo(new Booking.FellBack());
        assertThat(second.next()).isEqualTo(new Booking.Finished(Outcome.REJECTED, false));
        assertThat(second.reason()).isEqualTo("sender-not-authorised");
    }

    @Test
    void tellsNobodyOfWhatWasWithheld() {
        assertThat(verdict(new Answer.Withheld(Permit.Ruling.REVOKED)).next())
                .isEqualTo(new Booking.Returned(Duration.ZERO));
        assertThat(verdict(new Answer.Withheld(Permit.Ruling.EXPIRED)).next())
                .isEqualTo(new Booking.Finished(Outcome.EXPIRED, false));
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
        return Verdict.of(answer, IDENTITY, PAUSE, UNSEEN_PAUSE);
    }
}
