package net.bpsolutions.sending.registry.breaker;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/** Looks now and then whether a freeze is over, and has the vendor's own domain looked at. */
@ApplicationScoped
class BreakerWatch {

    private static final Logger LOG = Logger.getLogger(BreakerWatch.class);

    private final UnitOfWork unitOfWork;
    private final Watching watching;

    BreakerWatch(UnitOfWork unitOfWork, Watching watching) {
        this.unitOfWork = unitOfWork;
        this.watching = watching;
    }

    @Scheduled(
            identity = "breaker",
            every = "${registry.breaker.poll:10s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> look() {
        return unitOfWork
                .run(watching::look)
                .onFailure(TemporaryFault::is)
                .invoke(failure -> LOG.debugf(
                        "the database is away: %s", failure.getClass().getSimpleName()))
                .onFailure(TemporaryFault::is)
                .recoverWithNull();
    }

    /** One look. */
    @ApplicationScoped
    static class Watching {

        private final Breaker breaker;
        private final SweepChecks checks;
        private final CanaryOrders orders;
        private final RegistryConfig.Breaker config;
        private final InstantSource clock;

        Watching(Breaker breaker, SweepChecks checks, CanaryOrders orders, RegistryConfig config, InstantSource clock) {
            this.breaker = breaker;
            this.checks = checks;
            this.orders = orders;
            this.config = config.breaker();
            this.clock = clock;
        }

        Uni<Void> look() {
            Instant now = clock.instant();
            return breaker.locked()
                    .call(state -> breaker.judge(state, now))
                    .call(state -> order(state, now))
                    .flatMap(_ -> checks.forget(now));
        }

        private Uni<Void> order(BreakerState state, Instant now) {
            Optional<String> canary = config.canary();
            if (canary.isEmpty() || now.isBefore(state.canaryDue)) {
                return Uni.createFrom().voidItem();
            }
            state.canaryDue = now.plus(config.canaryEvery());
            return orders.place(canary.get(), now);
        }
    }
}
