package net.bpsolutions.sending.gateway.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/** Transactions whose events are published right after the commit. */
@ApplicationScoped
public class Transactions {

    /** Longer than any statement may last; a database that hangs is a temporary fault like one that is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final OutboxRelay relay;

    Transactions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Commits when {@code work} succeeds, rolls back when it fails. A failure may also mean that nobody knows. */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItem()
                .invoke(relay::poke);
    }

    /** Statements that each commit by themselves and leave no event. A failure may also mean that nobody knows. */
    public <T> Uni<T> without(Function<SqlClient, Uni<T>> work) {
        return work.apply(pool).ifNoItem().after(PATIENCE).fail();
    }
}
