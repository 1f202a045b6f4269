package net.bpsolutions.sending.registry.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as it is kept. */
record WebhookRow(
        UUID id,
        String url,
        @Nullable String description,
        Optional<Set<String>> clinics,
        Secrets secrets,
        Instant createdAt,
        Health health) {

    /** The secrets, sealed. The one before signs along until its time is over. */
    record Secrets(
            Buffer current,
            @Nullable Buffer previous,
            @Nullable Instant previousUntil) {

        static Secrets of(Row row) {
            return new Secrets(
                    row.getDelegate().getBuffer("secret"),
                    row.getDelegate().getBuffer("previous_secret"),
                    instant(row, "previous_until"));
        }
    }

    /** How deliveries fare. */
    record Health(
            @Nullable Instant failingSince,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause) {}

    static WebhookRow of(Row row) {
        String @Nullable [] clinics = row.getArrayOfStrings("clinics");
        return new WebhookRow(
                row.getUUID("id"),
                row.getString("url"),
                row.getString("description"),
                clinics == null ? Optional.empty() : Optional.of(Set.copyOf(Arrays.asList(clinics))),
                Secrets.of(row),
                row.getOffsetDateTime("created_at").toInstant(),
                new Health(
                        instant(row, "failing_since"), instant(row, "disabled_at"), row.getString("disabled_because")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        @Nullable OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
