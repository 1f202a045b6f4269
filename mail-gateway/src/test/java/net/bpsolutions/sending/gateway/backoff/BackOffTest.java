package net.bpsolutions.sending.gateway.backoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final BackOff STEADY = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1), 0);
    private static final BackOff SPREAD = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1), 0.2);

    @Test
    void doublesUpToTheLongest() {
        assertThat(STEADY.after(1, new Random())).isEqualTo(Duration.ofMinutes(1));
        assertThat(STEADY.after(2, new Random())).isEqualTo(Duration.ofMinutes(2));
        assertThat(STEADY.after(6, new Random())).isEqualTo(Duration.ofMinutes(32));
        assertThat(STEADY.after(7, new Random())).isEqualTo(Duration.ofHours(1));
        assertThat(STEADY.after(Integer.MAX_VALUE, new Random())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void spreadsWithinItsShare() {
        Random random = new Random(1);

        assertThat(random.ints(1_000).mapToObj(any -> SPREAD.after(1, random)).distinct())
                .hasSizeGreaterThan(100)
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(48)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(72)) <= 0);
    }
}
