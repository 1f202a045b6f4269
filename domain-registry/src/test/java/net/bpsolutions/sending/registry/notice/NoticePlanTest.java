package net.bpsolutions.sending.registry.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.registry.notice.NoticePlan.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticePlanTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T09:00:00Z");
    private static final NoticePlan PLAN = new NoticePlan(
            Duration.ofMinutes(2),
            List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(14)));

    @Test
    void tellsOfATransitionOnceItHasSettled() {
        assertThat(PLAN.first(SINCE)).isEqualTo("2026-11-23T09:02:00Z");
    }

    @Test
    void bringsAPendingDomainToMindFourTimes() {
        List<Instant> nudges = new ArrayList<>();
        Optional<Step> next = PLAN.after(NoticeKind.SETUP, 0, SINCE, PLAN.first(SINCE));
        while (next.isPresent()) {
            Step step = next.get();
            nudges.add(step.dueAt());
            next = PLAN.after(NoticeKind.SETUP, step.number(), SINCE, step.dueAt());
        }

        assertThat(nudges)
                .containsExactly(
                        Instant.parse("2026-11-24T09:00:00Z"),
                        Instant.parse("2026-11-26T09:00:00Z"),
                        Instant.parse("2026-11-30T09:00:00Z"),
                        Instant.parse("2026-12-07T09:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTENTION", "FALLEN_BACK", "ON_HOLD"})
    void tellsOfOtherTransitionsOnce(NoticeKind kind) {
        assertThat(PLAN.after(kind, 0, SINCE, PLAN.first(SINCE))).isEmpty();
    }

    /** After a time away: the moment at which a step leaves, and the one that follows it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  2026-11-23T20:00:00Z,  1
            0,  2026-11-23T22:00:00Z,  2
            1,  2026-11-25T08:00:00Z,  2
            1,  2026-11-26T08:00:00Z,  3
            1,  2026-11-29T09:00:00Z,  4
            2,  2026-12-03T09:00:00Z,  4
            """)
    void passesOverWhatWouldFollowAtItsHeels(int step, Instant left, int next) {
        assertThat(PLAN.after(NoticeKind.SETUP, step, SINCE, left))
                .map(Step::number)
                .contains(next);
    }

    @Test
    void waitsForALookThatIsOverdue() {
        assertThat(PLAN.isBlind(Optional.of(SINCE.minusSeconds(121)), SINCE)).isTrue();
        assertThat(PLAN.isBlind(Optional.of(SINCE.minusSeconds(120)), SINCE)).isFalse();
        assertThat(PLAN.isBlind(Optional.empty(), SINCE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-12-05T09:00:00Z", "1, 2027-11-23T09:00:00Z", "4, 2026-12-07T09:00:00Z"})
    void saysNothingMoreWhenAllStepsHavePassed(int step, Instant left) {
        assertThat(PLAN.after(NoticeKind.SETUP, step, SINCE, left)).isEmpty();
    }
}
