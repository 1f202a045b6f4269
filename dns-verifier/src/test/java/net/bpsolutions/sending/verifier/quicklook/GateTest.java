package net.bpsolutions.sending.verifier.quicklook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GateTest {

    private final List<CompletableFuture<String>> started = new ArrayList<>();
    private final Gate gate = new Gate(2);

    @Test
    void letsNoMoreInThanThereArePlaces() {
        for (int visitor = 0; visitor < 3; visitor++) {
            enter();
        }

        assertThat(started).hasSize(2);
    }

    @Test
    void letsTheNextInWhenOneLeaves() {
        enter();
        enter();
        UniAssertSubscriber<String> third = enter();

        started.getFirst().complete("done");
        started.getLast().complete("third");

        assertThat(started).hasSize(3);
        third.assertCompleted().assertItem("third");
    }

    @Test
    void givesThePlaceBackAfterAFailure() {
        enter();
        enter();
        enter();

        started.getFirst().completeExceptionally(new IllegalStateException("gone"));

        assertThat(started).hasSize(3);
    }

    @Test
    void passesOverThoseWhoLeaveTheLine() {
        enter();
        enter();
        UniAssertSubscriber<String> impatient = enter();
        enter();
        impatient.cancel();

        started.getFirst().complete("done");
        started.get(1).complete("done");
        enter();

        assertThat(started).hasSize(4);
    }

    private UniAssertSubscriber<String> enter() {
        return gate.pass(() -> {
                    CompletableFuture<String> work = new CompletableFuture<>();
                    started.add(work);
                    return Uni.createFrom().completionStage(work);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
