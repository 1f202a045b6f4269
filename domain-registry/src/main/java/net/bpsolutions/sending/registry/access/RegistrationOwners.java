package net.bpsolutions.sending.registry.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which clinic a registration belongs to; that never changes. */
@ApplicationScoped
class RegistrationOwners {

    private static final Pattern SHAPE = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String OWNER = "select clinic_id from registry.registration where id = $1";

    private final Pool pool;

    RegistrationOwners(Pool pool) {
        this.pool = pool;
    }

    /** The clinic; empty when there is no such registration. */
    Uni<Optional<String>> of(String id) {
        if (!SHAPE.matcher(id).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery(OWNER).execute(Tuple.of(UUID.fromString(id))).map(RegistrationOwners::first);
    }

    private static Optional<String> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString(0));
    }
}
