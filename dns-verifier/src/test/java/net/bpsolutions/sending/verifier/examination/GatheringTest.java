package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor();
    private static final Uni<String> GOOD = Uni.createFrom().item("good");
    private static final Uni<String> POOR = Uni.createFrom().item("poor");
    private static final Uni<String> NEVER = Uni.createFrom().nothing();

    @AfterAll
    static void stop() {
        TIMER.shutdownNow();
    }

    @Test
    void keepsTheOrder() {
        assertThat(of(Duration.ofHours(1), -1, List.of(POOR, GOOD)))
                .containsExactly(Optional.of("poor"), Optional.of("good"));
    }

    @Test
    void waitsForTheOthersForAWhileOnly() {
        assertThat(of(Duration.ofMillis(20), -1, List.of(GOOD, NEVER)))
                .containsExactly(Optional.of("good"), Optional.empty());
    }

    @Test
    void doesNotWaitForOneKnownToBeSilent() {
        assertThat(of(Duration.ofHours(1), 1, List.of(GOOD, NEVER)))
                .containsExactly(Optional.of("good"), Optional.empty());
    }

    @Test
    void hearsTheSilentOneWhenItSpeaks() {
        assertThat(of(Duration.ofHours(1), 0, List.of(POOR, GOOD)))
                .containsExactly(Optional.of("poor"), Optional.of("good"));
    }

    @Test
    void waitsForEverybodyWhenNobodyIsGood() {
        Duration little = Duration.ofMillis(100);

        assertThatThrownBy(() -> gathering(Duration.ofMillis(1), 1, List.of(POOR, NEVER))
                        .await()
                        .atMost(little))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void hasNothingToWaitForWhenNobodyIsAsked() {
        assertThat(of(Duration.ofHours(1), -1, List.of())).isEmpty();
    }

    private static List<Optional<String>> of(Duration grace, int silent, List<Uni<String>> asked) {
        return gathering(grace, silent, asked).await().atMost(Duration.ofSeconds(40));
    }

    private static Uni<List<Optional<String>>> gathering(Duration grace, int silent, List<Uni<String>> asked) {
        return Gathering.of(asked, "good"::equals, index -> index == silent, new Pace(grace.multipliedBy(2), 0, TIMER));
    }
}
