package net.bpsolutions.sending.verifier.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HedgeTest {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor();

    @AfterAll
    static void stop() {
        TIMER.shutdownNow();
    }

    @Test
    void doesNotBeginTheSecondWhenTheFirstIsGood() {
        AtomicBoolean begun = new AtomicBoolean();

        Supplier<Uni<String>> second = () -> {
            begun.set(true);
            return Uni.createFrom().item("b");
        };

        String outcome = of(hour(), List.of(item("a"), second));

        assertThat(outcome).isEqualTo("a");
        assertThat(begun).isFalse();
    }

    @Test
    void goesOnAtOnceWhenOneComesToNothing() {
        assertThat(of(hour(), List.of(HedgeTest::failure, item("poor"), item("good"))))
                .isEqualTo("good");
    }

    @Test
    void stillListensToTheFirstWhenTheSecondHasBegun() {
        Supplier<Uni<String>> slow = () -> Uni.createFrom()
                .item("slow")
                .onItem()
                .delayIt()
                .onExecutor(TIMER)
                .by(Duration.ofMillis(50));

        assertThat(of(pause(10), List.of(slow, HedgeTest::silence))).isEqualTo("slow");
    }

    @Test
    void passesOverTheSilentOne() {
        assertThat(of(pause(10), List.of(HedgeTest::silence, item("second")))).isEqualTo("second");
    }

    @Test
    void makesDoWithTheBestThereIs() {
        assertThat(of(hour(), List.of(item("poor"), HedgeTest::failure))).isEqualTo("poor");
    }

    @Test
    void failsWhenAllFail() {
        assertThatThrownBy(() -> of(hour(), List.of(HedgeTest::failure, HedgeTest::failure)))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void cancelsTheLosers() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Supplier<Uni<String>> loser =
                () -> Uni.createFrom().<String>nothing().onCancellation().invoke(() -> cancelled.set(true));

        of(pause(10), List.of(loser, item("winner")));

        await().untilTrue(cancelled);
    }

    private static String of(Pace pace, List<Supplier<Uni<String>>> attempts) {
        return Hedge.of(attempts, outcome -> !outcome.equals("poor"), pace)
                .await()
                .atMost(Duration.ofSeconds(40));
    }

    private static Supplier<Uni<String>> item(String outcome) {
        return () -> Uni.createFrom().item(outcome);
    }

    private static Uni<String> silence() {
        return Uni.createFrom().nothing();
    }

    private static Uni<String> failure() {
        return Uni.createFrom().failure(new IOException("down"));
    }

    private static Pace hour() {
        return new Pace(Duration.ofHours(1), 0, TIMER);
    }

    private static Pace pause(long millis) {
        return new Pace(Duration.ofMillis(millis), 0, TIMER);
    }
}
