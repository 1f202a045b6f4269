package net.bpsolutions.sending.registry.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.registry.lifecycle.Health;
import org.junit.jupiter.api.Test;

/** What the breaker makes of checks of the vendor's own domain, in whatever order they are told. */
class BreakerStateTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    @Test
    void takesTheNewestCheckWhicheverComesLast() {
        BreakerState state = good(NOW.minusSeconds(10));

        state.hear(Health.BAD, NOW.minusSeconds(11), NOW);
        assertThat(state.canary).isEqualTo(Canary.GOOD);
        state.hear(Health.BAD, NOW.minusSeconds(9), NOW);
        assertThat(state.canary).isEqualTo(Canary.BAD);
        state.hear(Health.GOOD, NOW.minusSeconds(10), NOW);

        assertThat(state.canary).isEqualTo(Canary.BAD);
    }

    @Test
    void learnsNothingFromAnUnknownNotEvenWhenItWas() {
        BreakerState state = good(NOW.minusSeconds(10));

        state.hear(Health.UNKNOWN, NOW.minusSeconds(1), NOW);
        state.hear(Health.BAD, NOW.minusSeconds(5), NOW);

        assertThat(state.canary).isEqualTo(Canary.BAD);
    }

    @Test
    void isNotBlindedByACheckFromTheFuture() {
        BreakerState state = good(NOW.plusSeconds(900_000));

        state.hear(Health.BAD, NOW.plusSeconds(1), NOW.plusSeconds(1));

        assertThat(state.canary).isEqualTo(Canary.BAD);
    }

    @Test
    void forgetsWhatItHeardWhenItIsReleased() {
        BreakerState state = good(NOW);
        state.become(Optional.of(FreezeReason.SWEEP), NOW);

        state.reset(NOW.plusSeconds(1));
        state.hear(Health.GOOD, NOW.minusSeconds(5), NOW.plusSeconds(2));

        assertThat(state.frozen).isFalse();
        assertThat(state.canary).isEqualTo(Canary.GOOD);
    }

    private static BreakerState good(Instant at) {
        BreakerState state = new BreakerState();
        state.canary = Canary.UNSEEN;
        state.since = NOW;
        state.countedFrom = NOW;
        state.hear(Health.GOOD, at, NOW);
        return state;
    }
}
