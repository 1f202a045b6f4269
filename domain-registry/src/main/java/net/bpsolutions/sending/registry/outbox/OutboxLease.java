package net.bpsolutions.sending.registry.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The right to publish, which one replica has: an advisory lock of a connection. PostgreSQL ends a session that says nothing
 * for a while, so that a process which hangs gives way; what it had handed to its Kafka client may still leave once it goes on.
 */
@ApplicationScoped
class OutboxLease {

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 0x5245_4749_5354_5259L;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BEATS = 5;

    /** A PostgreSQL that knows no such setting does without. */
    private static final String LET_GO =
            "select set_config(name, $1, false) from pg_settings where name = 'idle_session_timeout'";

    private static final String GIVE_BACK = "reset all; select pg_advisory_unlock_all()";

    private final Pool pool;
    private final Vertx vertx;
    private final long lock;
    private final Duration patience;

    @Inject
    OutboxLease(Pool pool, Vertx vertx) {
        this(pool, vertx, LOCK, PATIENCE);
    }

    OutboxLease(Pool pool, Vertx vertx, long lock, Duration patience) {
        this.pool = pool;
        this.vertx = vertx;
        this.lock = lock;
        this.patience = patience;
    }

    /** A connection that holds the lease, or null when another replica does. */
    Uni<@Nullable SqlConnection> tryTake() {
        return pool.getConnection()
                .flatMap(connection -> taken(connection)
                        .flatMap(taken -> taken
                                ? Uni.createFrom().item(connection)
                                : connection.close().replaceWith(() -> (SqlConnection) null))
                        .onFailure()
                        .call(() -> given(connection)));
    }

    private Uni<Boolean> taken(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_lock($1)")
                .execute(Tuple.of(lock))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .call(taken -> taken
                        ? connection.preparedQuery(LET_GO).execute(Tuple.of(patience.toMillis() + "ms"))
                        : Uni.createFrom().voidItem());
    }

    /** Says now and then that this process lives, while work lasts that says nothing to PostgreSQL. */
    <T> Uni<T> keptDuring(SqlConnection connection, Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            long beat = vertx.setPeriodic(
                    patience.dividedBy(BEATS).toMillis(),
                    _ -> connection.query("select 1").execute().subscribe().with(_ -> {}, _ -> {}));
            return work.onTermination().invoke(() -> vertx.cancelTimer(beat));
        });
    }

    /** The lease belongs to the connection, so it is given up before the pool may hand the connection to others. */
    void giveBack(SqlConnection connection) {
        given(connection).subscribe().with(_ -> {}, _ -> {});
    }

    private static Uni<Void> given(SqlConnection connection) {
        return connection
                .query(GIVE_BACK)
                .execute()
                .onFailure()
                .recoverWithNull()
                .flatMap(_ -> connection.close());
    }
}
