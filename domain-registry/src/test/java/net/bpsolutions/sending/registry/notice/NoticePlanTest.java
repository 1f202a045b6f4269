package net.bpsolutions.sending.registry.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.events.DomainStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticePlanTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T09:00:00Z");
    private static final NoticePlan PLAN = new NoticePlan(
            Duration.ofMinutes(2),
            List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(14)));

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  2026-11-23T09:02:00Z
            1,  2026-11-24T09:00:00Z
            2,  2026-11-26T09:00:00Z
            3,  2026-11-30T09:00:00Z
            4,  2026-12-07T09:00:00Z
            """)
    void bringsAPendingDomainToMindFourTimes(int step, Instant due) {
        assertThat(PLAN.due(DomainStatus.PENDING, step, SINCE)).contains(due);
    }

    @Test
    void givesUpAfterTheLastNudge() {
        assertThat(PLAN.due(DomainStatus.PENDING, 5, SINCE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEGRADED", "LAPSED", "SUSPENDED"})
    void tellsOfOtherTransitionsOnce(DomainStatus status) {
        assertThat(PLAN.due(status, 0, SINCE)).contains(SINCE.plusSeconds(120));
        assertThat(PLAN.due(status, 1, SINCE)).isEmpty();
    }

    @Test
    void saysNothingWhenAllIsWell() {
        assertThat(PLAN.due(DomainStatus.VERIFIED, 0, SINCE)).isEmpty();
    }
}
