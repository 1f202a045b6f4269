package net.bpsolutions.sending.gateway.challenge;

import static net.bpsolutions.sending.gateway.challenge.Issue.Asked.BY_MAIL;
import static net.bpsolutions.sending.gateway.challenge.Issue.Asked.ON_DEMAND;
import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.gateway.challenge.Issue.Recent;
import org.junit.jupiter.api.Test;

class IssueTest {

    private static final int PER_HOUR = 1;
    private static final int PER_DAY = 5;

    @Test
    void sendsTheFirst() {
        assertThat(Issue.decide(new Recent(false, 0, 0, 0), BY_MAIL, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.ISSUED);
    }

    @Test
    void sendsOneAnHourToWhoWritesMails() {
        assertThat(Issue.decide(new Recent(false, 1, 1, 1), BY_MAIL, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.TOO_SOON);
    }

    @Test
    void sendsAgainAfterTheHour() {
        assertThat(Issue.decide(new Recent(false, 0, 4, 4), BY_MAIL, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.ISSUED);
    }

    @Test
    void sendsOnDemandWithinTheHour() {
        assertThat(Issue.decide(new Recent(false, 4, 4, 4), ON_DEMAND, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.ISSUED);
    }

    @Test
    void sendsFiveADayWhoeverAsks() {
        assertThat(Issue.decide(new Recent(false, 0, 5, 5), BY_MAIL, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.TOO_MANY_TODAY);
        assertThat(Issue.decide(new Recent(false, 0, 5, 5), ON_DEMAND, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.TOO_MANY_TODAY);
    }

    @Test
    void sendsOnDemandThoughOthersHaveAskedForTheirs() {
        assertThat(Issue.decide(new Recent(false, 5, 5, 0), ON_DEMAND, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.ISSUED);
        assertThat(Issue.decide(new Recent(false, 5, 19, 4), ON_DEMAND, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.ISSUED);
    }

    @Test
    void sendsNoDomainMoreThanFourRegistrationsMayAskFor() {
        assertThat(Issue.decide(new Recent(false, 5, 20, 0), ON_DEMAND, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.TOO_MANY_TODAY);
    }

    @Test
    void sendsToWhoWritesMailsWhatTheDomainMaySeeWhateverTheRegistration() {
        assertThat(Issue.decide(new Recent(false, 0, 5, 0), BY_MAIL, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.TOO_MANY_TODAY);
    }

    @Test
    void servesTheSameOrderOnce() {
        assertThat(Issue.decide(new Recent(true, 1, 1, 1), ON_DEMAND, PER_HOUR, PER_DAY))
                .isEqualTo(Issue.REPEATED);
    }
}
