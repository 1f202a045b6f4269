package net.bpsolutions.sending.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Far more mail than the relay takes, and a small heap. Minutes long: {@code make faults} runs it, not every build. */
class Flood {

    private static final int REQUESTS = Integer.getInteger("faults.flood", 50_000);

    /** Twenty slots in two gateways, four replies for each mail: five mails a second. */
    private static final Duration EACH_REPLY = Duration.ofSeconds(1);

    private static final double MIB = 1024 * 1024;

    private final AtomicLong peak = new AtomicLong();
    private final AtomicLong unready = new AtomicLong();

    @Test
    void takesEverythingInWhileTheRelayCrawls() throws Exception {
        try (Run run = new Run("flood", 50, Duration.ofSeconds(20), false, Map.of())) {
            run.stage.relay.crawl(EACH_REPLY);
            AtomicBoolean over = new AtomicBoolean();
            Thread watch = Thread.ofPlatform().daemon().start(() -> watch(run.stage, over));
            Instant begun = Instant.now();
            while (run.load.asked().size() < REQUESTS) {
                run.load.hundred();
            }

            Duration asked = Duration.between(begun, Instant.now());
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> Collected.ledger(run.stage.jdbcUrl()).size()
                            == run.load.asked().size());
            Duration taken = Duration.between(begun, Instant.now());
            over.set(true);
            watch.join();
            Metrics metrics = run.stage.metrics(0);
            System.out.printf(
                    "flood: %d asked in %s, taken in after %s, %d sent meanwhile, %d out of time told, peak heap %.0f"
                            + " MiB%n",
                    run.load.asked().size(),
                    asked,
                    taken,
                    run.stage.relay.received().size(),
                    brief(run).size(),
                    peak.get() / MIB);
            await().atMost(Duration.ofSeconds(45))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> ended(run).containsAll(brief(run)));
            assertThat(run.stage.gateways).allMatch(Part::alive);
            assertThat(unready).hasValue(0);
            assertThat(run.stage.relay.received()).isNotEmpty();
            assertThat(metrics.sum("mail_queue_depth{state=\"ready\"")).isGreaterThan(REQUESTS / 2.0);
            assertThat(metrics.sum("mail_oldest_ready_age_seconds")).isPositive();
        }
    }

    /** Those whose time was over before their turn. */
    private static Set<String> brief(Run run) {
        return run.load.asked().stream()
                .filter(request -> request.expiresAt().isBefore(Instant.now().minusSeconds(15)))
                .map(History.Asked::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> ended(Run run) {
        return Collected.outcomes(run.stage.bootstrap).stream()
                .filter(History.Outcome::ends)
                .map(History.Outcome::id)
                .collect(Collectors.toSet());
    }

    private void watch(Stage stage, AtomicBoolean over) {
        while (!over.get()) {
            for (int gateway = 0; gateway < Stage.GATEWAYS.size(); gateway++) {
                look(stage, gateway);
            }
            Harm.pass(Duration.ofSeconds(1));
        }
    }

    private void look(Stage stage, int gateway) {
        try {
            stage.ready(gateway);
            long used = (long) stage.metrics(gateway).heap();
            peak.accumulateAndGet(used, Math::max);
        } catch (java.io.IOException | java.io.UncheckedIOException notReady) {
            unready.incrementAndGet();
        }
    }
}
