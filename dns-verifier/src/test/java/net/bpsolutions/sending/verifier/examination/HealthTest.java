package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.bpsolutions.sending.verifier.lookup.ServerAddress;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final ServerAddress SERVER = new ServerAddress("192.0.2.1", 53);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
    private final Health health = new Health(now::get);

    @Test
    void remembersSilenceForAWhile() {
        health.silent(SERVER);
        boolean atOnce = health.isSilent(SERVER);
        now.updateAndGet(instant -> instant.plusSeconds(31));

        assertThat(atOnce).isTrue();
        assertThat(health.isSilent(SERVER)).isFalse();
    }

    @Test
    void forgetsItWhenTheServerSpeaks() {
        health.silent(SERVER);

        health.heard(SERVER);

        assertThat(health.isSilent(SERVER)).isFalse();
    }

    @Test
    void doesNotGrowWithoutEnd() {
        IntStream.range(0, 30_000)
                .mapToObj(index -> new ServerAddress("10.0." + index / 250 + "." + (index % 250 + 1), 53))
                .forEach(health::silent);

        assertThat(health.size()).isLessThanOrEqualTo(10_000);
    }
}
