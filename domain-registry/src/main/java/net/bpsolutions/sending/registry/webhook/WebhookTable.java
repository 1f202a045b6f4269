package net.bpsolutions.sending.registry.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.registry.access.Caller;
import net.bpsolutions.sending.registry.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** The webhooks, each statement a transaction of its own. A caller meets only those whose clinics it may see. */
@ApplicationScoped
class WebhookTable {

    private static final String VISIBLE = " ($1::text[] is null or clinics <@ $1) ";
    private static final String COLUMNS =
            "id, url, description, clinics, secret, previous_secret, previous_until, created_at,"
                    + " failing_since, disabled_at, disabled_because";
    private static final String INSERT = """
            insert into registry.webhook (id, url, description, clinics, secret, created_at)
            select $1, $2, $3, $4, $5, $6
             where (select count(*) from registry.webhook where clinics is not distinct from $4) < $7""";
    private static final String GET = "select " + COLUMNS + " from registry.webhook where" + VISIBLE + "and id = $2";
    private static final String LIST = "select " + COLUMNS + " from registry.webhook where" + VISIBLE
            + "and (created_at, id) > ($2, $3) order by created_at, id limit $4";
    private static final String DELETE = "delete from registry.webhook where" + VISIBLE + "and id = $2";
    private static final String ROTATE = "update registry.webhook set previous_secret = secret, previous_until = $4,"
            + " secret = $3 where" + VISIBLE + "and id = $2 returning " + COLUMNS;
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Pool pool;

    WebhookTable(Pool pool) {
        this.pool = pool;
    }

    /** Whether there was room for it. */
    Uni<Boolean> insert(WebhookRow row, int most) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        row.id(),
                        row.url(),
                        row.description(),
                        names(row.clinics()),
                        row.secrets().current(),
                        time(row.createdAt()),
                        (long) most)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<WebhookRow>> get(Caller caller, UUID id) {
        return pool.preparedQuery(GET)
                .execute(Tuple.from(Arrays.asList(names(caller.clinics()), id)))
                .map(WebhookTable::first);
    }

    /** One more than the limit, to see whether there is more. */
    Uni<List<WebhookRow>> list(Caller caller, Optional<Cursor> after, int limit) {
        Cursor start = after.orElse(START);
        return pool.preparedQuery(LIST)
                .execute(Tuple.from(
                        Arrays.asList(names(caller.clinics()), time(start.at()), start.id(), (long) limit + 1)))
                .map(WebhookTable::all);
    }

    /** Whether there was one. */
    Uni<Boolean> delete(Caller caller, UUID id) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.from(Arrays.asList(names(caller.clinics()), id)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<WebhookRow>> rotate(Caller caller, UUID id, Buffer secret, Instant overlapUntil) {
        return pool.preparedQuery(ROTATE)
                .execute(Tuple.from(Arrays.asList(names(caller.clinics()), id, secret, time(overlapUntil))))
                .map(WebhookTable::first);
    }

    private static List<WebhookRow> all(RowSet<Row> rows) {
        List<WebhookRow> all = new ArrayList<>();
        rows.forEach(row -> all.add(WebhookRow.of(row)));
        return all;
    }

    private static Optional<WebhookRow> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    private static String @Nullable [] names(Optional<Set<String>> clinics) {
        return clinics.map(names -> names.stream().sorted().toArray(String[]::new))
                .orElse(null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
