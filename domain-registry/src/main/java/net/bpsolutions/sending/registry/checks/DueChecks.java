package net.bpsolutions.sending.registry.checks;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/** Asks for the checks that are due; several replicas share the work. */
@ApplicationScoped
class DueChecks {

    private static final Logger LOG = Logger.getLogger(DueChecks.class);

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final ScheduledOrders orders;
    private final int batch;

    DueChecks(UnitOfWork unitOfWork, Registrations registrations, ScheduledOrders orders, RegistryConfig config) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.orders = orders;
        this.batch = config.schedule().batch();
    }

    @Scheduled(
            identity = "due-checks",
            every = "${registry.schedule.poll:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> claim() {
        return unitOfWork
                .run(this::claimBoth)
                .onFailure(TemporaryFault::is)
                .invoke(failure -> LOG.debugf(
                        "the database is away: %s", failure.getClass().getSimpleName()))
                .onFailure(TemporaryFault::is)
                .recoverWithNull();
    }

    /** Urgent checks first, but routine ones always get a quarter. */
    private Uni<Void> claimBoth() {
        int urgent = batch - batch / 4;
        return registrations
                .claimDue(orders.now(), true, urgent)
                .call(orders::place)
                .flatMap(claimed -> registrations.claimDue(orders.now(), false, batch - claimed.size()))
                .flatMap(orders::place);
    }
}
