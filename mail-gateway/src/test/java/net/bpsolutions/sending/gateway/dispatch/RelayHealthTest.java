package net.bpsolutions.sending.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import net.bpsolutions.sending.gateway.parts.Settings;
import org.junit.jupiter.api.Test;

class RelayHealthTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final RelayHealth health = new RelayHealth(Settings.of(Map.of()));

    @Test
    void letsEverybodyInWhileAllIsWell() {
        assertThat(health.enter(ONE)).isTrue();
        assertThat(health.enter(OTHER)).isTrue();
    }

    @Test
    void letsNobodyInBeforeThePauseIsOver() {
        health.unreachable();

        assertThat(health.enter(ONE)).isFalse();
        assertThat(health.pause()).isPositive();
    }

    @Test
    void triesARelayThatIsAwayWithOneMailAtATime() {
        health.unreachable();

        await().atMost(Duration.ofSeconds(30)).until(() -> health.enter(ONE));

        assertThat(health.enter(OTHER)).isFalse();
        health.leave(ONE);
        assertThat(health.enter(OTHER)).isTrue();
        assertThat(health.enter(ONE)).isFalse();
        health.reachable();
        assertThat(health.enter(ONE)).isTrue();
    }
}
