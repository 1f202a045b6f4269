package net.bpsolutions.sending.verifier.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.bpsolutions.sending.events.DomainName;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Knows which requests are not acknowledged yet, and keeps those of one domain in order. */
@ApplicationScoped
class InFlight {

    private final Map<DomainName, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private volatile @Nullable CompletableFuture<Void> drained;

    /** Runs {@code work} when all that was given before for the same domain has ended. */
    <T> Uni<T> inOrder(DomainName domain, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            CompletableFuture<Void> before = last.put(domain, mine);
            if (before == null) {
                run(domain, mine, work, emitter);
            } else {
                var _ = before.whenComplete((done, never) -> run(domain, mine, work, emitter));
            }
        });
    }

    private <T> void run(
            DomainName domain, CompletableFuture<Void> mine, Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
        Uni.createFrom()
                .<T>deferred(work::get)
                .subscribe()
                .with(
                        item -> {
                            end(domain, mine);
                            emitter.complete(item);
                        },
                        failure -> {
                            end(domain, mine);
                            emitter.fail(failure);
                        });
    }

    /** The same message, counted until it is acknowledged or refused. */
    <T> Message<T> track(Message<T> message) {
        unacknowledged.incrementAndGet();
        return message.withAck(() -> counted(message.ack())).withNack(failure -> counted(message.nack(failure)));
    }

    /** Done when nothing is left; to be asked for when nothing new arrives any more. */
    CompletionStage<Void> drained() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        drained = done;
        settle();
        return done;
    }

    private CompletionStage<Void> counted(CompletionStage<Void> acknowledged) {
        return acknowledged.whenComplete((done, failure) -> {
            unacknowledged.decrementAndGet();
            settle();
        });
    }

    private void settle() {
        CompletableFuture<Void> waiting = drained;
        if (waiting != null && unacknowledged.get() == 0) {
            waiting.complete(null);
        }
    }

    private void end(DomainName domain, CompletableFuture<Void> mine) {
        last.remove(domain, mine);
        mine.complete(null);
    }
}
