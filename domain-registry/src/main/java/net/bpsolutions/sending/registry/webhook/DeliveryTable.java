package net.bpsolutions.sending.registry.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still to be told. A claimed delivery is due again when its lease is over, in case its claimant died. */
@ApplicationScoped
class DeliveryTable {

    private static final String CLAIM = """
            with due as (
                select waiting.position
                  from registry.webhook hook
                 cross join lateral (
                       select position from registry.webhook_delivery
                        where webhook_id = hook.id and next_attempt_at <= $1
                        order by next_attempt_at, position
                        limit $3
                          for update skip locked) waiting
                 where hook.disabled_at is null and hook.id <> all ($4))
            update registry.webhook_delivery delivery
               set attempts = attempts + 1, next_attempt_at = $2
              from due, registry.webhook hook
             where delivery.position = due.position and hook.id = delivery.webhook_id
            returning delivery.position, delivery.webhook_id, delivery.event_id, delivery.occurred_at, delivery.record_key,
                      delivery.payload, delivery.attempts, hook.url, hook.secret, hook.previous_secret, hook.previous_until""";
    private static final String DROP = "delete from registry.webhook_delivery where position = $1";
    private static final String POSTPONE =
            "update registry.webhook_delivery set next_attempt_at = $2 where position = $1";
    private static final String TAKEN = """
            with dropped as (
                delete from registry.webhook_delivery where position = $1)
            update registry.webhook set failing_since = null where id = $2 and failing_since is not null""";
    private static final String ILL =
            "update registry.webhook set failing_since = coalesce(failing_since, $2) where id = $1 returning failing_since";
    private static final String DISABLE = """
            with dropped as (
                delete from registry.webhook_delivery where webhook_id = $1)
            update registry.webhook set disabled_at = $2, disabled_because = $3
             where id = $1 and disabled_at is null""";

    private final Pool pool;

    DeliveryTable(Pool pool) {
        this.pool = pool;
    }

    /** Claims what is due, so much for each webhook but those that have enough under way. */
    Uni<List<Delivery>> claim(Instant now, Instant leaseUntil, int each, Set<UUID> busy) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.from(Arrays.asList(time(now), time(leaseUntil), (long) each, busy.toArray(UUID[]::new))))
                .map(rows -> {
                    List<Delivery> claimed = new ArrayList<>();
                    rows.forEach(row -> claimed.add(delivery(row)));
                    return claimed;
                });
    }

    private static Delivery delivery(Row row) {
        @Nullable Buffer payload = row.getDelegate().getBuffer("payload");
        return new Delivery(
                row.getLong("position"),
                row.getUUID("webhook_id"),
                row.getString("url"),
                WebhookRow.Secrets.of(row),
                row.getInteger("attempts"),
                new Delivery.Told(
                        row.getString("event_id"),
                        row.getString("occurred_at"),
                        row.getString("record_key"),
                        payload == null ? null : payload.toString(UTF_8)));
    }

    Uni<Void> taken(Delivery delivery) {
        return run(TAKEN, delivery.position(), delivery.webhookId());
    }

    Uni<Void> givenUp(Delivery delivery) {
        return run(DROP, delivery.position());
    }

    Uni<Void> postponed(Delivery delivery, Instant until) {
        return run(POSTPONE, delivery.position(), time(until));
    }

    /** Since when the webhook has only failed; from {@code now} at the first failure. */
    Uni<Instant> failing(Delivery delivery, Instant now) {
        return pool.preparedQuery(ILL)
                .execute(Tuple.of(delivery.webhookId(), time(now)))
                .map(rows -> rows.rowCount() == 0
                        ? now
                        : rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    Uni<Void> disable(Delivery delivery, Instant now, String because) {
        return run(DISABLE, delivery.webhookId(), time(now), because);
    }

    private Uni<Void> run(String statement, Object... values) {
        return pool.preparedQuery(statement)
                .execute(Tuple.from(Arrays.asList(values)))
                .replaceWithVoid();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
