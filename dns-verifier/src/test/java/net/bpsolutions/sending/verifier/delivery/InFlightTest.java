package net.bpsolutions.sending.verifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bpsolutions.sending.events.DomainName;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final DomainName ONE = new DomainName("one.example");
    private static final DomainName OTHER = new DomainName("other.example");

    private final InFlight inFlight = new InFlight();
    private final List<String> started = new ArrayList<>();

    @Test
    void keepsTheChecksOfOneDomainInOrder() {
        CompletableFuture<String> first = run(ONE, "first");
        begin(ONE, "second");
        begin(OTHER, "other");

        assertThat(started).containsExactly("first", "other");

        first.complete("done");
        assertThat(started).containsExactly("first", "other", "second");
    }

    @Test
    void goesOnAfterAFailure() {
        CompletableFuture<String> first = run(ONE, "first");
        begin(ONE, "second");

        first.completeExceptionally(new IllegalStateException("bug"));

        assertThat(started).containsExactly("first", "second");
    }

    @Test
    void goesOnAfterWorkThatCannotEvenBegin() {
        inFlight.inOrder(ONE, () -> {
                    throw new IllegalStateException("bug");
                })
                .subscribe()
                .with(done -> {}, failed -> started.add("failed"));

        begin(ONE, "second");

        assertThat(started).containsExactly("failed", "second");
    }

    @Test
    void isDrainedWhenTheLastIsAcknowledged() {
        Message<String> one = inFlight.track(Message.of("one"));
        Message<String> other = inFlight.track(Message.of("other"));
        CompletableFuture<Void> drained = inFlight.drained().toCompletableFuture();

        one.ack();
        assertThat(drained).isNotDone();

        other.nack(new IllegalStateException("bug"));
        assertThat(drained).isCompleted();
    }

    @Test
    void isDrainedWhenNothingCame() {
        assertThat(inFlight.drained().toCompletableFuture()).isCompleted();
    }

    private void begin(DomainName domain, String name) {
        assertThat(run(domain, name)).isNotDone();
    }

    private CompletableFuture<String> run(DomainName domain, String name) {
        CompletableFuture<String> work = new CompletableFuture<>();
        inFlight.inOrder(domain, () -> {
                    started.add(name);
                    return Uni.createFrom().completionStage(work);
                })
                .subscribe()
                .with(done -> {}, failed -> {});
        return work;
    }
}
