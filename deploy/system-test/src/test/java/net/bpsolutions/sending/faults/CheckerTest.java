package net.bpsolutions.sending.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.bpsolutions.sending.faults.History.Asked;
import net.bpsolutions.sending.faults.History.Cancelled;
import net.bpsolutions.sending.faults.History.Outage;
import net.bpsolutions.sending.faults.History.Outcome;
import net.bpsolutions.sending.faults.History.Received;
import net.bpsolutions.sending.faults.History.Row;
import net.bpsolutions.sending.faults.History.Status;
import net.bpsolutions.sending.faults.History.Stop;
import net.bpsolutions.sending.faults.Violation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker finds what it must find; each test breaks one thing in a history that is whole. */
class CheckerTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String JANE = "jane@clinic.example";

    private final List<Asked> asked = new ArrayList<>();
    private final List<Cancelled> cancelled = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Row> ledger = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private long unread;

    @BeforeEach
    void oneReminderOfAVerifiedClinicThatArrived() {
        statuses.add(new Status("c", "clinic.example", true, NOON.minusSeconds(600)));
        asked.add(new Asked("c", "r", JANE, "pat@example.org", NOON, null, NOON.plusSeconds(600)));
        received.add(copy(JANE, "", "250", NOON.plusSeconds(1)));
        outcomes.add(end("e", "ACCEPTED", ""));
        ledger.add(new Row("c", "r", "ACCEPTED", 0, "<1@x>"));
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(kinds()).isEmpty();
    }

    @Test
    void findsALossWithoutAnEnd() {
        outcomes.clear();

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsALossBehindAnEndThatIsNotTrue() {
        received.clear();

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsRecordsThatNobodyRead() {
        unread = 1;

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsADouble() {
        received.add(copy(JANE, "", "250", NOON.plusSeconds(40)));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void allowsASecondCopyWhenAReplyWasNotSeen() {
        received.add(copy(JANE, "", "", NOON.plusSeconds(40)));
        ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void findsASecondEnd() {
        outcomes.add(end("f", "EXPIRED", "expired"));

        assertThat(kinds()).contains(Kind.DOUBLED);
    }

    @Test
    void takesARepeatedEventForOne() {
        outcomes.add(end("e", "ACCEPTED", ""));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void findsAMailThatArrivedAndIsSaidNotToHaveBeenSent() {
        outcomes.set(0, end("e", "EXPIRED", "expired"));
        ledger.set(0, new Row("c", "r", "EXPIRED", 0, "<1@x>"));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsTheNameOfAClinicThatHasLostIt() {
        statuses.add(new Status("c", "clinic.example", false, NOON.minusSeconds(60)));

        assertThat(kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void findsTheNameOfAnotherClinic() {
        statuses.set(0, new Status("other", "clinic.example", true, NOON.minusSeconds(600)));

        assertThat(kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void findsOurNameWhereTheClinicsMayStand() {
        received.set(0, copy(Names.FALLBACK, JANE, "250", NOON.plusSeconds(1)));

        assertThat(kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void findsRepliesThatWouldGetLost() {
        statuses.clear();
        received.set(0, copy(Names.FALLBACK, "", "250", NOON.plusSeconds(1)));

        assertThat(kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void allowsTheOldNameForAsLongAsNewsTakes() {
        statuses.add(new Status("c", "clinic.example", false, NOON.minusSeconds(5)));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void allowsItLongerWhileTheBrokerIsAway() {
        statuses.add(new Status("c", "clinic.example", false, NOON.minusSeconds(60)));
        outages.add(new Outage(NOON.minusSeconds(59), NOON));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void findsAMailThatComesLate() {
        received.set(0, copy(JANE, "", "250", NOON.plusSeconds(700)));

        assertThat(kinds()).containsExactly(Kind.WRONG_TIME);
    }

    @Test
    void findsAMailThatComesEarly() {
        asked.set(0, new Asked("c", "r", JANE, "pat@example.org", NOON, NOON.plusSeconds(60), NOON.plusSeconds(600)));

        assertThat(kinds()).containsExactly(Kind.WRONG_TIME);
    }

    @Test
    void findsAMailThatWasCancelledBefore() {
        cancelled.add(new Cancelled("c", "r", NOON.minusSeconds(100)));

        assertThat(kinds()).containsExactly(Kind.WRONG_TIME);
    }

    @Test
    void findsCopiesThatDoNotLookLikeOne() {
        received.add(new Received("pat@example.org", "<2@x>", JANE, "", "r", "", NOON.plusSeconds(30)));
        ledger.set(0, new Row("c", "r", "ACCEPTED", 1, "<1@x>"));

        assertThat(kinds()).containsExactly(Kind.MESSAGE_ID);
    }

    @Test
    void findsWhatWentToSomebodyElse() {
        received.set(0, new Received("eve@example.org", "<1@x>", JANE, "", "r", "250", NOON.plusSeconds(1)));

        assertThat(kinds()).containsExactly(Kind.WRONG_RECIPIENT);
    }

    @Test
    void findsALedgerThatTellsAnotherStory() {
        ledger.set(0, new Row("c", "r", "SENDING", 0, "<1@x>"));

        assertThat(kinds()).contains(Kind.CONTRADICTION);
    }

    @Test
    void findsAStopThatTakesTooLong() {
        stops.add(new Stop("mail-gateway", Duration.ofSeconds(31)));

        assertThat(kinds()).containsExactly(Kind.SLOW_STOP);
    }

    private Set<Kind> kinds() {
        History history = new History(asked, cancelled, statuses, outages, received, outcomes, ledger, stops, unread);
        return Checker.check(history).stream().map(Violation::kind).collect(Collectors.toSet());
    }

    private static Received copy(String from, String replyTo, String reply, Instant at) {
        return new Received("pat@example.org", "<1@x>", from, replyTo, "r", reply, at);
    }

    private static Outcome end(String event, String outcome, String reason) {
        return new Outcome(event, "c", "r", outcome, "NATIVE", reason, "<1@x>");
    }
}
