package net.bpsolutions.sending.verifier.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void worksOnceHoweverManyAsk() {
        Uni<Integer> remembered = Remembered.of(() -> Uni.createFrom().item(done::incrementAndGet));

        assertThat(done).hasValue(0);
        assertThat(IntStream.range(0, 10).mapToObj(_ -> remembered.await().indefinitely()))
                .containsOnly(1);
    }

    @Test
    void remembersAFailureToo() {
        Uni<Integer> remembered = Remembered.of(() -> {
            done.incrementAndGet();
            throw new IllegalStateException("away");
        });

        assertThatThrownBy(() -> remembered.await().indefinitely()).hasMessage("away");
        assertThatThrownBy(() -> remembered.await().indefinitely()).hasMessage("away");
        assertThat(done).hasValue(1);
    }

    @Test
    void tellsAFailureAsItIs() {
        Uni<Integer> remembered = Remembered.of(() -> Uni.createFrom().failure(new IOException("away")));
        AtomicReference<Throwable> failure = new AtomicReference<>();

        remembered.subscribe().with(_ -> {}, failure::set);

        assertThat(failure.get()).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void goesOnWhenWhoeverAskedFirstGoesAway() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Uni<String> remembered = Remembered.of(() -> Uni.createFrom().completionStage(answer));

        remembered.subscribe().with(_ -> {}).cancel();
        answer.complete("here");

        assertThat(remembered.await().indefinitely()).isEqualTo("here");
    }

    /** Fails within some ten thousand rounds with {@code memoize()}. */
    @Test
    void givesWhoeverAsksWhileTheResultArrivesNothingElse() throws InterruptedException {
        for (int round = 0; round < 30_000; round++) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Uni<String> remembered = Remembered.of(() -> Uni.createFrom().completionStage(answer));
            remembered.subscribe().with(_ -> {});
            Thread answering = Thread.ofVirtual().start(() -> answer.complete("late"));
            CompletableFuture<Integer> outcome = Uni.createFrom()
                    .item(round)
                    .chain(number -> remembered.map(text -> number + text.length()))
                    .subscribeAsCompletionStage();
            answering.join();
            assertThat(outcome).isCompletedWithValue(round + 4);
        }
    }
}
