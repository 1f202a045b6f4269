package net.bpsolutions.sending.gateway.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.database.TemporaryFaults;
import net.bpsolutions.sending.gateway.deadletter.DeadLetters;
import net.bpsolutions.sending.gateway.deadletter.Unreadable;
import net.bpsolutions.sending.gateway.ledger.Claims;
import net.bpsolutions.sending.gateway.ledger.Entry;
import net.bpsolutions.sending.gateway.outbox.Transactions;

/** Puts what was received where it belongs, all of it or nothing: into the ledger, or aside. */
@ApplicationScoped
class RequestStore {

    private final Claims claims;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final IntakeFigures figures;

    RequestStore(Claims claims, DeadLetters deadLetters, Transactions transactions, IntakeFigures figures) {
        this.claims = claims;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.figures = figures;
    }

    /** Outlasts what passes by itself; fails only when trying again cannot help. */
    Uni<Void> commit(List<Received> batch) {
        return TemporaryFaults.outlast(() -> transactions.run(tx -> store(tx, batch)))
                .invoke(figures::count)
                .replaceWithVoid();
    }

    /** Puts a record aside whose commit fails for good. */
    Uni<Void> giveUp(Received received) {
        return TemporaryFaults.outlast(() -> transactions.run(tx -> park(tx, received, Unreadable.PROCESSING_FAILED)));
    }

    private Uni<Claims.Report> store(SqlConnection tx, List<Received> batch) {
        List<Entry> entries = new ArrayList<>();
        Uni<Void> parked = Uni.createFrom().voidItem();
        for (Received received : batch) {
            switch (received.reading()) {
                case Reading.Understood(var entry) -> entries.add(entry);
                case Reading.Nameless(var reason) -> parked = parked.flatMap(before -> park(tx, received, reason));
            }
        }
        return parked.flatMap(done -> claims.claim(tx, entries));
    }

    private Uni<Void> park(SqlConnection tx, Received received, Unreadable reason) {
        return deadLetters.append(tx, Topic.SEND_REQUESTS, received.record(), reason);
    }
}
