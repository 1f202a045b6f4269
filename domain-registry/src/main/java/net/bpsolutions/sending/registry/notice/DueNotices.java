package net.bpsolutions.sending.registry.notice;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.registry.outbox.TemporaryFault;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jboss.logging.Logger;

/** Handles the notices that are due, one registration per transaction; several replicas share the work. */
@ApplicationScoped
class DueNotices {

    private static final Logger LOG = Logger.getLogger(DueNotices.class);
    private static final int AT_A_TIME = 50;

    private final UnitOfWork unitOfWork;
    private final DueNotice dueNotice;

    DueNotices(UnitOfWork unitOfWork, DueNotice dueNotice) {
        this.unitOfWork = unitOfWork;
        this.dueNotice = dueNotice;
    }

    @Scheduled(
            identity = "due-notices",
            every = "${registry.notices.poll:10s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> handle() {
        return handle(AT_A_TIME)
                .onFailure(TemporaryFault::is)
                .invoke(failure -> LOG.debugf(
                        "the database is away: %s", failure.getClass().getSimpleName()))
                .onFailure(TemporaryFault::is)
                .recoverWithNull();
    }

    private Uni<Void> handle(int most) {
        return unitOfWork
                .run(dueNotice::handle)
                .onFailure(DueNotice.FaultException.class)
                .recoverWithUni(this::postpone)
                .flatMap(found ->
                        found && most > 1 ? handle(most - 1) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> postpone(DueNotice.FaultException fault) {
        LOG.errorf(fault.getCause(), "%s a notice cannot be handled; again in an hour", fault.getMessage());
        return unitOfWork.run(() -> dueNotice.postpone(fault)).replaceWith(true);
    }
}
