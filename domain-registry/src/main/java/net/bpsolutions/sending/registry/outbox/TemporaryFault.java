package net.bpsolutions.sending.registry.outbox;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or busy from a mistake: what is temporary may be tried again as it is. */
public final class TemporaryFault {

    /** Connection, conflict with another transaction, out of resources, operator intervention. */
    private static final Set<String> SQLSTATE_CLASSES = Set.of("08", "40", "53", "57");

    private static final Set<String> OTHER_SQLSTATES = Set.of("55P03");

    private TemporaryFault() {}

    /** Whether {@code failure}, or what caused it, will pass. */
    public static boolean is(Throwable failure) {
        int depth = 0;
        for (@Nullable Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (isTemporary(cause)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static boolean isTemporary(Throwable cause) {
        return switch (cause) {
            case PgException refused ->
                SQLSTATE_CLASSES.contains(sqlStateClass(refused)) || OTHER_SQLSTATES.contains(refused.getSqlState());
            case IOException _, TimeoutException _, ConnectionPoolTooBusyException _ -> true;
            case io.vertx.core.VertxException closed -> isLostConnection(closed);
            default -> isLostConnection(cause) && cause.getClass().getName().startsWith("io.vertx.");
        };
    }

    private static String sqlStateClass(PgException refused) {
        String state = refused.getSqlState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** The pool and the driver report these without a type of their own. */
    private static boolean isLostConnection(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("onnection") || message.contains("Timeout") || message.contains("Pool closed");
    }
}
