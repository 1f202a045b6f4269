package net.bpsolutions.sending.registry.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureRunTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration SPACING = Duration.ofMinutes(30);

    @Test
    void countsFailuresThatAgreeAndAreFarEnoughApart() {
        FailureRun run = FailureRun.NONE
                .after(Set.of("mte1"), START, SPACING)
                .after(Set.of("mte1", "mte2"), START.plus(SPACING), SPACING)
                .after(Set.of("mte1"), START.plus(SPACING.multipliedBy(2)), SPACING);

        assertThat(run.count()).isEqualTo(3);
        assertThat(run.names()).containsExactly("mte1");
    }

    @Test
    void countsFailuresCloseTogetherOnce() {
        FailureRun run = FailureRun.NONE;
        for (int minute = 0; minute < 30; minute++) {
            run = run.after(Set.of("mte1"), START.plus(Duration.ofMinutes(minute)), SPACING);
        }

        assertThat(run.count()).isEqualTo(1);
    }

    @Test
    void beginsAnewWhenFailuresDoNotAgree() {
        FailureRun run = FailureRun.NONE
                .after(Set.of("mte1"), START, SPACING)
                .after(Set.of("mte1"), START.plus(SPACING), SPACING)
                .after(Set.of("_dmarc"), START.plus(SPACING.multipliedBy(2)), SPACING);

        assertThat(run.count()).isEqualTo(1);
    }
}
