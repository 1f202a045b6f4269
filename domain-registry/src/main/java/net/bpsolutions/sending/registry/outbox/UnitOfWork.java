package net.bpsolutions.sending.registry.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Runs work in one transaction: state and the events that tell of it commit together, or neither does. */
@ApplicationScoped
public class UnitOfWork {

    private final Vertx vertx;
    private final OutboxRelay relay;

    UnitOfWork(Vertx vertx, OutboxRelay relay) {
        this.vertx = vertx;
        this.relay = relay;
    }

    /**
     * Runs {@code work} in a transaction of its own, and wakes the relay once it has committed.
     *
     * <p>Work must be idempotent: when the connection is lost it is run a second time, and whether the first commit
     * arrived is then unknown.
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return toTheEnd(twice(() -> Panache.withTransaction(() -> told(work))).invoke(relay::wake));
    }

    private static <T> Uni<T> told(Supplier<Uni<T>> work) {
        Pending.begin();
        return work.get().call(Pending::write);
    }

    /**
     * Runs one statement that is a transaction of its own, and wakes the relay once it has committed. Like all work it is
     * run a second time when the connection is lost.
     */
    public <T> Uni<T> alone(Supplier<Uni<T>> statement) {
        return toTheEnd(again(statement).invoke(relay::wake));
    }

    /** Runs one statement that changes nothing. */
    public <T> Uni<T> readAlone(Supplier<Uni<T>> statement) {
        return again(statement);
    }

    private static <T> Uni<T> again(Supplier<Uni<T>> statement) {
        return Uni.createFrom()
                .deferred(statement::get)
                .onFailure(TemporaryFault::is)
                .retry()
                .atMost(1);
    }

    /** Runs {@code work}, which changes nothing. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return toTheEnd(twice(() -> Panache.withSession(work)));
    }

    /**
     * Whoever goes away while work is under way does not stop it: its transaction would be rolled back between two
     * statements, and the rest would run without one.
     */
    private static <T> Uni<T> toTheEnd(Uni<T> work) {
        return Uni.createFrom().emitter(answer -> work.subscribe().with(answer::complete, answer::fail));
    }

    private <T> Uni<T> twice(Supplier<Uni<T>> work) {
        return again(() -> Uni.createFrom()
                .deferred(work::get)
                .runSubscriptionOn(task -> freshContext().runOnContext(_ -> task.run())));
    }

    /** A session belongs to a context (HR000069); a context of its own keeps units of work apart. */
    private Context freshContext() {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }
}
