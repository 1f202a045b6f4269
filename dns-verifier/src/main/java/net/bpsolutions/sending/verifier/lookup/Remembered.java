package net.bpsolutions.sending.verifier.lookup;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Work that is done once, when somebody asks for its result for the first time, however many ask and whoever goes away.
 *
 * <p>Mutiny's {@code memoize()} may give somebody who asks while the result arrives the item before the subscription (3.2.1);
 * a {@code chain} takes it for the item before its own step then, and fails with a {@link ClassCastException}.
 */
public final class Remembered {

    private Remembered() {}

    /** The result of {@code work}, or its failure. */
    public static <T> Uni<T> of(Supplier<Uni<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        return Uni.createFrom().emitter(waiting -> {
            if (begun.compareAndSet(false, true)) {
                Uni.createFrom().deferred(work::get).subscribe().with(result::complete, result::completeExceptionally);
            }
            var _ = result.whenComplete((item, failure) -> {
                if (failure == null) {
                    waiting.complete(item);
                } else {
                    waiting.fail(failure);
                }
            });
        });
    }
}
