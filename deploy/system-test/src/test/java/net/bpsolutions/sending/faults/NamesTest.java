package net.bpsolutions.sending.faults;

import static net.bpsolutions.sending.faults.Whole.JANE;
import static net.bpsolutions.sending.faults.Whole.NOON;
import static net.bpsolutions.sending.faults.Whole.copy;
import static net.bpsolutions.sending.faults.Whole.status;
import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.faults.History.Hurt;
import net.bpsolutions.sending.faults.History.Outage;
import net.bpsolutions.sending.faults.Violation.Kind;
import org.junit.jupiter.api.Test;

/** Under which name a mail may have left; each test breaks one thing in a history that is whole. */
class NamesTest {

    private final Whole whole = new Whole();

    @Test
    void findsTheNameOfAClinicThatHasLostIt() {
        whole.statuses.add(status("c", false, 60));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void findsTheNameOfAnotherClinic() {
        whole.statuses.set(0, status("other", true, 600));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void findsOurNameWhereTheClinicsMayStand() {
        whole.received.set(0, copy(Names.FALLBACK, JANE, "250", NOON.plusSeconds(1)));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void findsRepliesThatWouldGetLost() {
        whole.statuses.clear();
        whole.received.set(0, copy(Names.FALLBACK, "", "250", NOON.plusSeconds(1)));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_NAME);
    }

    @Test
    void allowsTheOldNameForAsLongAsNewsTakes() {
        whole.statuses.add(status("c", false, 5));

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void allowsItLongerWhileTheBrokerIsAway() {
        whole.statuses.add(status("c", false, 60));
        whole.outages.add(new Outage(NOON.minusSeconds(59), NOON));

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void allowsItLongerForAGatewayThatHung() {
        whole.statuses.add(status("c", false, 30));
        whole.hurts.add(new Hurt("one", NOON.minusSeconds(29), NOON));

        assertThat(whole.kinds()).isEmpty();
    }

    @Test
    void doesNotAllowItToTheOtherOne() {
        whole.statuses.add(status("c", false, 30));
        whole.hurts.add(new Hurt("two", NOON.minusSeconds(29), NOON));

        assertThat(whole.kinds()).containsExactly(Kind.WRONG_NAME);
    }
}
