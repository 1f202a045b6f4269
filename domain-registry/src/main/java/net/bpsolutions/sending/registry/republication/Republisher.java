package net.bpsolutions.sending.registry.republication;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/** Goes through what was asked for, page by page, a transaction each; a restart goes on where it was. */
@ApplicationScoped
class Republisher {

    private static final Logger LOG = Logger.getLogger(Republisher.class);
    private static final int PAGES = 10;

    private final UnitOfWork unitOfWork;
    private final Pages pages;

    Republisher(UnitOfWork unitOfWork, Pages pages) {
        this.unitOfWork = unitOfWork;
        this.pages = pages;
    }

    @Scheduled(
            identity = "republication",
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> goOn() {
        return goOn(PAGES)
                .onFailure(TemporaryFault::is)
                .invoke(failure -> LOG.debugf(
                        "the database is away: %s", failure.getClass().getSimpleName()))
                .onFailure(TemporaryFault::is)
                .recoverWithNull();
    }

    private Uni<Void> goOn(int left) {
        return unitOfWork
                .run(pages::next)
                .flatMap(more ->
                        more && left > 1 ? goOn(left - 1) : Uni.createFrom().voidItem());
    }
}
