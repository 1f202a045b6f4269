package net.bpsolutions.sending.gateway.database;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Faults of the database that pass by themselves: whatever met one is tried again until it succeeds. */
public final class TemporaryFaults {

    /**
     * Connection, transaction rollback, resources, operator intervention, system; and what a database says that is just being
     * moved or restored: who comes is not known yet, nor the database itself (SQLSTATE classes).
     */
    private static final Set<String> CLASSES = Set.of("08", "28", "3D", "40", "53", "57", "58");

    /** What was the primary until a failover takes no writes any more. */
    private static final String READ_ONLY = "25006";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private TemporaryFaults() {}

    /** Whether trying again can help. */
    public static boolean isTemporary(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case PgException pg -> pg.getSqlState() != null && passes(pg.getSqlState());
            case TimeoutException _, IOException _, TransactionRollbackException _ -> true;
            // What the driver says of its own connections: closed under us, refused, pool exhausted.
            case VertxException _, NoStackTraceThrowable _ -> true;
            default -> isTemporary(failure.getCause());
        };
    }

    private static boolean passes(String sqlState) {
        return sqlState.equals(READ_ONLY) || CLASSES.contains(sqlState.substring(0, Math.min(2, sqlState.length())));
    }

    /** Repeats {@code work}, which must be idempotent, through temporary faults for ever; others pass through. */
    public static <T> Uni<T> outlast(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(TemporaryFaults::isTemporary)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
