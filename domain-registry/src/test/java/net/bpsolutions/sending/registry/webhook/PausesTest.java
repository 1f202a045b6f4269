package net.bpsolutions.sending.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import net.bpsolutions.sending.registry.Settings;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE;

    private final Pauses shipped = Pauses.of(Settings.defaults().webhooks());

    @Test
    void beginsWithSecondsAndEndsWithHalfDays() {
        assertThat(shipped.after(1, MIDDLE)).contains(Duration.ofSeconds(5));
        assertThat(shipped.after(2, MIDDLE)).contains(Duration.ofSeconds(20));
        assertThat(shipped.after(8, MIDDLE)).contains(Duration.ofHours(12));
        assertThat(shipped.after(12, MIDDLE)).contains(Duration.ofHours(12));
    }

    @Test
    void givesUpAfterAboutThreeDays() {
        Duration sum = Duration.ZERO;
        int attempt = 1;
        while (shipped.after(attempt, MIDDLE).isPresent()) {
            sum = sum.plus(shipped.after(attempt, MIDDLE).orElseThrow());
            attempt++;
        }

        assertThat(attempt).isEqualTo(13);
        assertThat(sum).isBetween(Duration.ofHours(60), Duration.ofHours(75));
    }

    @Test
    void spreadsRetriesByAFifth() {
        assertThat(shipped.after(1, () -> 0)).contains(Duration.ofSeconds(4));
        assertThat(shipped.after(1, () -> -1).orElseThrow()).isBetween(Duration.ofMillis(5990), Duration.ofSeconds(6));
    }
}
