package net.bpsolutions.sending.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class CalmTest {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-26T12:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Calm calm = new Calm(Duration.ofSeconds(15), 0);

    @Test
    void takesNothingOverRightAfterItsStart() {
        calm.noteTime(NOON, SECOND, SECOND);

        assertThat(calm.takeOverUntil(2 * SECOND)).isBefore(NOON);
    }

    @Test
    void takesNothingOverByAClockItHasNotRead() {
        assertThat(calm.takeOverUntil(60 * SECOND)).isBefore(NOON);
        assertThat(calm.wantsTime(60 * SECOND)).isTrue();
    }

    @Test
    void takesOverOnceTheDatabaseHasAnsweredForAWhile() {
        calm.noteTime(NOON, 10 * SECOND, 10 * SECOND);

        assertThat(calm.takeOverUntil(16 * SECOND))
                .isEqualTo(NOON.plusSeconds(6).plus(Calm.BREAK));
    }

    @Test
    void waitsAgainAfterAFault() {
        calm.noteTime(NOON, 10 * SECOND, 10 * SECOND);
        calm.noteFault();
        boolean atOnce = calm.takeOverUntil(20 * SECOND).isAfter(NOON);
        calm.noteTime(NOON.plusSeconds(11), 21 * SECOND, 21 * SECOND);

        assertThat(atOnce).isFalse();
        assertThat(calm.takeOverUntil(35 * SECOND)).isBefore(NOON);
        assertThat(calm.takeOverUntil(37 * SECOND)).isAfter(NOON);
    }

    @Test
    void takesLongSilenceForAFault() {
        calm.noteTime(NOON, 10 * SECOND, 10 * SECOND);
        calm.noteTime(NOON.plusSeconds(50), 60 * SECOND, 60 * SECOND);

        assertThat(calm.takeOverUntil(61 * SECOND)).isBefore(NOON);
        assertThat(calm.takeOverUntil(76 * SECOND)).isAfter(NOON);
    }

    @Test
    void takesAnAnswerThatCameLateForAFault() {
        calm.noteTime(NOON, 10 * SECOND, 10 * SECOND);
        calm.noteAnswer(20 * SECOND, 24 * SECOND);

        assertThat(calm.takeOverUntil(25 * SECOND)).isBefore(NOON);
        assertThat(calm.wantsTime(25 * SECOND)).isTrue();
    }

    @Test
    void doesNotBelieveATimeThatCameLate() {
        calm.noteTime(NOON, 20 * SECOND, 24 * SECOND);

        assertThat(calm.wantsTime(24 * SECOND)).isTrue();
    }

    @Test
    void readsTheClockAgainNowAndThen() {
        calm.noteTime(NOON, 10 * SECOND, 10 * SECOND);

        assertThat(calm.wantsTime(29 * SECOND)).isFalse();
        assertThat(calm.wantsTime(31 * SECOND)).isTrue();
    }

    @Test
    void leasesNothingToItselfOnceItHasGivenUpWaiting() {
        calm.noteTime(NOON, 10 * SECOND, 10 * SECOND);

        assertThat(calm.waitedForUntil(12 * SECOND, Duration.ofSeconds(10))).isEqualTo(NOON.plusSeconds(12));
    }
}
