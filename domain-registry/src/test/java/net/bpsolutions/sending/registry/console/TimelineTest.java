package net.bpsolutions.sending.registry.console;

import static net.bpsolutions.sending.events.DomainStatus.LAPSED;
import static net.bpsolutions.sending.events.DomainStatus.PENDING;
import static net.bpsolutions.sending.events.DomainStatus.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void endsWithWhatIsNow() {
        List<Timeline.Day> days = Timeline.of(Map.of(VERIFIED, 7L), List.of(), TODAY, 3);

        assertThat(days).extracting(Timeline.Day::date).containsExactly(TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
        assertThat(days).allSatisfy(day -> assertThat(day.of(VERIFIED)).isEqualTo(7));
    }

    @Test
    void takesTransitionsBackFromTheDayBefore() {
        List<Timeline.Day> days = Timeline.of(
                Map.of(VERIFIED, 5L, LAPSED, 2L), List.of(new Timeline.Moves(TODAY, VERIFIED, LAPSED, 2)), TODAY, 2);

        assertThat(days.getFirst().of(VERIFIED)).isEqualTo(7);
        assertThat(days.getFirst().of(LAPSED)).isZero();
        assertThat(days.getLast().of(LAPSED)).isEqualTo(2);
    }

    @Test
    void knowsThatWhatWasRegisteredWasNotThereBefore() {
        List<Timeline.Day> days =
                Timeline.of(Map.of(PENDING, 3L), List.of(new Timeline.Moves(TODAY, null, PENDING, 3)), TODAY, 2);

        assertThat(days).extracting(Timeline.Day::all).containsExactly(0L, 3L);
    }
}
