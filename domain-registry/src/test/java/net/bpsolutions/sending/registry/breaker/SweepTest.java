package net.bpsolutions.sending.registry.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.bpsolutions.sending.registry.lifecycle.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    @ParameterizedTest
    @CsvSource({
        "19, 19, false, false",
        "20, 2, false, false",
        "20, 3, false, true",
        "200, 20, false, false",
        "200, 21, false, true",
        "200, 11, true, true",
        "200, 10, true, false",
        "0, 0, true, false"
    })
    void freezesAboveATenthAndThawsAtHalfOfIt(long checks, long broken, boolean frozen, boolean freezes) {
        assertThat(new Sweep(checks, broken).judge(Canary.GOOD, frozen, 20, 0.1).isPresent())
                .isEqualTo(freezes);
    }

    @Test
    void believesTheCanaryHoweverFewTheChecks() {
        assertThat(new Sweep(0, 0).judge(Canary.BAD, false, 20, 0.1)).contains(FreezeReason.CANARY);
    }

    @Test
    void countsAfreshOnceTheCanaryIsGoodAgain() {
        BreakerState state = new BreakerState();
        state.canary = Canary.GOOD;
        state.countedFrom = Instant.EPOCH;

        state.hear(Health.BAD, Instant.EPOCH.plusSeconds(1), Instant.EPOCH.plusSeconds(1));
        assertThat(state.countedFrom).isEqualTo(Instant.EPOCH);
        state.hear(Health.GOOD, Instant.EPOCH.plusSeconds(2), Instant.EPOCH.plusSeconds(2));
        state.hear(Health.GOOD, Instant.EPOCH.plusSeconds(3), Instant.EPOCH.plusSeconds(3));

        assertThat(state.countedFrom).isEqualTo(Instant.EPOCH.plusSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "UNSEEN, BAD, UNSEEN",
        "UNSEEN, GOOD, GOOD",
        "GOOD, BAD, BAD",
        "GOOD, UNKNOWN, GOOD",
        "BAD, UNKNOWN, BAD",
        "BAD, GOOD, GOOD"
    })
    void hearsTheCanary(Canary before, Health health, Canary after) {
        assertThat(before.after(health)).isEqualTo(after);
    }
}
