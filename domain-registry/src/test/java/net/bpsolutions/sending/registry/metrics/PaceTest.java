package net.bpsolutions.sending.registry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant BEGAN = Instant.parse("2026-11-23T09:00:00Z");

    private final Pace pace = new Pace();

    @Test
    void beginsAtOnce() {
        assertThat(pace.isDue(BEGAN)).isTrue();
    }

    @Test
    void restsNinetyNineTimesAsLongAsItTook() {
        pace.ran(BEGAN, BEGAN.plusMillis(500));

        assertThat(pace.isDue(BEGAN.plusMillis(49_999))).isFalse();
        assertThat(pace.isDue(BEGAN.plusMillis(50_000))).isTrue();
    }

    @Test
    void hardlyRestsAfterWhatWasQuick() {
        pace.ran(BEGAN, BEGAN.plusMillis(1));

        assertThat(pace.isDue(BEGAN.plusSeconds(1))).isTrue();
    }
}
