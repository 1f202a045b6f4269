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

    /** Connection, transaction rollback, resources, operator intervention (SQLSTATE classes). */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private TemporaryFaults() {}

    /** Whether trying again can help. */
    public static boolean isTemporary(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case PgException pg -> pg.getSqlState() != null && CLASSES.contains(sqlClass(pg.getSqlState()));
            case TimeoutException _, IOException _, TransactionRollbackException _ -> true;
            // What the driver says of its own connections: closed under us, refused, pool exhausted.
            case VertxException _, NoStackTraceThrowable _ -> true;
            default -> isTemporary(failure.getCause());
        };
    }

    private static String sqlClass(String sqlState) {
        return sqlState.substring(0, Math.min(2, sqlState.length()));
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
