package net.bpsolutions.sending.faults;

import static net.bpsolutions.sending.faults.Whole.JANE;
import static net.bpsolutions.sending.faults.Whole.NOON;
import static net.bpsolutions.sending.faults.Whole.asked;
import static net.bpsolutions.sending.faults.Whole.copy;
import static net.bpsolutions.sending.faults.Whole.end;
import static net.bpsolutions.sending.faults.Whole.received;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.bpsolutions.sending.faults.History.Cancelled;
import net.bpsolutions.sending.faults.History.Hurt;
import net.bpsolutions.sending.faults.History.Row;
import net.bpsolutions.sending.faults.History.Stop;
import net.bpsolutions.sending.faults.Violation.Kind;
import org.junit.jupiter.api.Test;

/** The checker finds what it must find; each test breaks one thing in a history that is whole. */
class CheckerTest {

    private final Whole whole = new Whole();

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void findsALossWithoutAnEnd() {
        whole.outcomes.clear();

        assertThat(whole.kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsALossBehindAnEndThatIsNotTrue() {
        whole.received.clear();

        assertThat(whole.kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsRecordsThatNobodyRead() {
        whole.unread = 1;

        assertThat(whole.kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsADouble() {
        whole.received.set(0, copy(JANE, "", "", NOON.plusSeconds(1)));
        whole.received.add(copy(JANE, "", "250", NOON.plusSeconds(40)));

        assertThat(whole.kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void allowsASecondCopyWhenAReplyWasNotSeen() {
        whole.received.addFirst(copy(JANE, "", "", NOON.minusSeconds(40)));
        whole.ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void findsASecondEnd() {
        whole.outcomes.add(end("f", "EXPIRED", "expired"));

        assertThat(whole.kinds()).contains(Kind.DOUBLED);
    }

    @Test
    void takesARepeatedEventForOne() {
        whole.outcomes.add(end("e", "ACCEPTED", ""));

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void findsAMailThatArrivedAndIsSaidNotToHaveBeenSent() {
        whole.outcomes.set(0, end("e", "EXPIRED", "expired"));
        whole.ledger.set(0, new Row("c", "r", "EXPIRED", 0, "<1@x>"));

        assertThat(whole.kinds()).contains(Kind.DOUBLED);
    }

    @Test
    void findsAMailThatComesLate() {
        whole.received.set(0, copy(JANE, "", "250", NOON.plusSeconds(700)));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_TIME);
    }

    @Test
    void findsAMailThatComesEarly() {
        whole.asked.set(0, asked(NOON.plusSeconds(60), false));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_TIME);
    }

    @Test
    void findsAMailThatWasCancelledBefore() {
        whole.cancelled.add(new Cancelled("c", "r", NOON.minusSeconds(100)));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_TIME);
    }

    @Test
    void findsCopiesThatDoNotLookLikeOne() {
        whole.received.addFirst(received("pat@example.org", "<2@x>", JANE, "", "", NOON.minusSeconds(30)));
        whole.ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));

        assertThat(whole.kinds()).containsExactly(Kind.MESSAGE_ID);
    }

    @Test
    void findsWhatWentToSomebodyElse() {
        whole.received.set(0, received("eve@example.org", "<1@x>", JANE, "", "250", NOON.plusSeconds(1)));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_RECIPIENT);
    }

    @Test
    void findsALedgerThatTellsAnotherStory() {
        whole.ledger.set(0, new Row("c", "r", "SENDING", 0, "<1@x>"));

        assertThat(whole.kinds()).contains(Kind.CONTRADICTION);
    }

    @Test
    void findsAStopThatTakesTooLong() {
        whole.stops.add(new Stop("mail-gateway", Duration.ofSeconds(31)));

        assertThat(whole.kinds()).containsExactly(Kind.SLOW_STOP);
    }

    @Test
    void findsACopyAfterOneThatWasHeardWhateverTheLedgerSays() {
        whole.received.add(copy(JANE, "", "250", NOON.plusSeconds(40)));
        whole.ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));

        assertThat(whole.kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void allowsACopyAfterOneWhoseSenderHungRightThen() {
        whole.received.add(copy(JANE, "", "250", NOON.plusSeconds(40)));
        whole.ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));
        whole.hurts.add(new Hurt("one", NOON.plusSeconds(2), NOON.plusSeconds(30)));

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void findsACopyThatIsExcusedByAnotherGatewaysHarmOnly() {
        whole.received.add(copy(JANE, "", "250", NOON.plusSeconds(40)));
        whole.ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));
        whole.hurts.add(new Hurt("two", NOON.plusSeconds(2), NOON.plusSeconds(30)));

        assertThat(whole.kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsARefusalThatNobodyUttered() {
        whole.received.clear();
        whole.outcomes.set(0, end("e", "REJECTED", "recipient-refused"));
        whole.ledger.set(0, new Row("c", "r", "REJECTED", 0, "<1@x>"));

        assertThat(whole.kinds()).containsExactly(Kind.UNFOUNDED);
    }

    @Test
    void believesARefusalThatTheRelayUttered() {
        whole.received.clear();
        whole.outcomes.set(0, end("e", "REJECTED", "recipient-refused"));
        whole.ledger.set(0, new Row("c", "r", "REJECTED", 0, "<1@x>"));
        whole.refused.put("pat@example.org", "550 5.1.1");

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void findsAnExpiryBeforeItsTime() {
        whole.received.clear();
        whole.outcomes.set(0, end("e", "EXPIRED", "expired"));
        whole.ledger.set(0, new Row("c", "r", "EXPIRED", 0, "<1@x>"));

        assertThat(whole.kinds()).containsExactly(Kind.UNFOUNDED);
    }

    @Test
    void findsAClashThatNobodyWasTold() {
        whole.asked.set(0, asked(null, true));

        assertThat(whole.kinds()).containsExactly(Kind.LOST);
    }
}
