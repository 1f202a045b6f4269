package net.bpsolutions.sending.gateway.checks;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.startup.StartupGate;

/** Forgets domains that nobody looks at any more, removed ones among them. */
@ApplicationScoped
class OldChecks {

    private static final String FORGET =
            "delete from gateway.checked_domain where checked_at < now() - interval '90 days'";

    private final Transactions transactions;
    private final StartupGate gate;

    OldChecks(Transactions transactions, StartupGate gate) {
        this.transactions = transactions;
        this.gate = gate;
    }

    /** What cannot be forgotten now is forgotten the next time. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return gate.isOpen()
                ? transactions
                        .without(database -> database.query(FORGET).execute())
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }
}
