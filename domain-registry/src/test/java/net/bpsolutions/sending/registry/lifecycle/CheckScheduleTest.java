package net.bpsolutions.sending.registry.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckScheduleTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final CheckSchedule SCHEDULE = new CheckSchedule(
            List.of(1, 2, 5, 10, 15, 30).stream().map(Duration::ofMinutes).toList(),
            Duration.ofDays(1),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            0.1);

    @Test
    void looksOftenAfterRegistrationAndThenLess() {
        List<Long> minutes = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 8; i++) {
            Instant next = next(DomainStatus.PENDING, now, 0).orElseThrow();
            minutes.add(Duration.between(now, next).toMinutes());
            now = next;
        }

        assertThat(minutes).containsExactly(1L, 2L, 5L, 10L, 15L, 30L, 60L, 60L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.5, 0.5, 1})
    void takesAsManyStepsWhateverTheJitter(double random) {
        int steps = 0;
        Instant now = START;
        while (now.isBefore(START.plus(Duration.ofMinutes(50)))) {
            now = next(DomainStatus.PENDING, now, random).orElseThrow();
            steps++;
        }

        assertThat(steps).isBetween(6, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, PT25H, PT6H",
        "PENDING, P15D, P1D",
        "DEGRADED, PT5H, PT15M",
        "DEGRADED, PT6H, PT1H",
        "VERIFIED, P90D, P1D"
    })
    void growsPatientWithAge(DomainStatus status, Duration age, Duration interval) {
        Instant now = START.plus(age);

        assertThat(next(status, now, 0)).contains(now.plus(interval));
    }

    @ParameterizedTest
    @CsvSource({"PENDING, P60D", "LAPSED, P60D", "SUSPENDED, PT1M"})
    void leavesTheRestToDemand(DomainStatus status, Duration age) {
        assertThat(next(status, START.plus(age), 0)).isEmpty();
    }

    @Test
    void confirmsADoubtNotBeforeAFailureCounts() {
        assertThat(SCHEDULE.next(DomainStatus.VERIFIED, START, true, START, -1))
                .contains(START.plus(Duration.ofMinutes(33)));
    }

    @Test
    void spreadsChecksByATenth() {
        assertThat(next(DomainStatus.VERIFIED, START, 1)).contains(START.plus(Duration.ofMinutes(1440 + 144)));
        assertThat(next(DomainStatus.VERIFIED, START, -1)).contains(START.plus(Duration.ofMinutes(1440 - 144)));
    }

    private static Optional<Instant> next(DomainStatus status, Instant now, double random) {
        return SCHEDULE.next(status, START, false, now, random);
    }
}
