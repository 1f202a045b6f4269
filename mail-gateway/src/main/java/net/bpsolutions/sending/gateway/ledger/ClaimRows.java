package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.gateway.GatewayConfig;
import org.jspecify.annotations.Nullable;

/** The statements that take a batch in: one for what is new, one for what came under an id that was taken. */
@ApplicationScoped
class ClaimRows {

    private static final String INSERT = """
            with asked as (
                select * from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[])
                    as a (clinic_id, request_id, content_hash, content)),
            taken as (
                insert into gateway.request (kind, clinic_id, request_id, content_hash, content)
                select 'SEND_REQUEST', clinic_id, request_id, content_hash, content from asked
                on conflict do nothing
                returning key, clinic_id, request_id),
            timed as (
                select d.*, greatest(coalesce(d.send_at, now()), now()) as due_at
                from unnest($5::text[], $6::text[], $7::int4[], $8::text[], $9::text[], $10::text[],
                            $11::timestamptz[], $12::timestamptz[])
                    as d (clinic_id, request_id, position, recipient, state, reason, send_at, expires_at)),
            addressed as (
                insert into gateway.delivery
                    (request_key, position, recipient, state, reason, message_id, due_at, expires_at)
                select t.key, d.position, d.recipient, d.state, d.reason,
                       '<' || gateway.message_name(
                           inner_key, outer_key, 'SEND_REQUEST', d.clinic_id, d.request_id, d.position) || '@' || $14 || '>',
                       least(d.due_at, d.expires_at),
                       coalesce(d.expires_at, d.due_at + make_interval(secs => $13))
                from timed d join taken t using (clinic_id, request_id) cross join gateway.message_key)
            select clinic_id, request_id from taken""";

    private static final String INSERT_REFUSALS = """
            insert into gateway.refusal (clinic_id, request_id, content_hash, reason)
            select distinct a.clinic_id, a.request_id, a.content_hash, 'duplicate-id'
            from unnest($1::text[], $2::text[], $3::bytea[]) as a (clinic_id, request_id, content_hash)
            join gateway.request r using (clinic_id, request_id)
            where r.kind = 'SEND_REQUEST' and r.content_hash <> a.content_hash
            on conflict do nothing
            returning clinic_id, request_id, content_hash""";

    private final MailJson mailJson;
    private final MessageIds messageIds;
    private final double defaultLifetime;

    ClaimRows(MailJson mailJson, MessageIds messageIds, GatewayConfig config) {
        this.mailJson = mailJson;
        this.messageIds = messageIds;
        this.defaultLifetime = config.ledger().defaultLifetime().toSeconds();
    }

    /** Clinic and request id of what was new. */
    Uni<RowSet<Row>> insert(SqlConnection tx, Collection<Entry> entries) {
        List<DeliveryRow> deliveries = entries.stream()
                .flatMap(entry -> DeliveryRow.of(entry).stream())
                .toList();
        Tuple values = Tuple.tuple()
                .addValue(texts(entries, entry -> entry.id().clinicId()))
                .addValue(texts(entries, entry -> entry.id().requestId()))
                .addValue(hashes(entries))
                .addValue(contents(entries))
                .addValue(texts(deliveries, row -> row.id().clinicId()))
                .addValue(texts(deliveries, row -> row.id().requestId()))
                .addValue(deliveries.stream().map(DeliveryRow::position).toArray(Integer[]::new))
                .addValue(texts(deliveries, DeliveryRow::recipient))
                .addValue(texts(deliveries, DeliveryRow::state))
                .addValue(texts(deliveries, DeliveryRow::reason))
                .addValue(times(deliveries, DeliveryRow::sendAt))
                .addValue(times(deliveries, DeliveryRow::expiresAt))
                .addDouble(defaultLifetime)
                .addString(messageIds.domain());
        return tx.preparedQuery(INSERT).execute(values);
    }

    /** Clinic, request id and content hash of what differs from the first under its id, each told once. */
    Uni<RowSet<Row>> insertRefusals(SqlConnection tx, Collection<Entry> entries) {
        Tuple values = Tuple.tuple()
                .addValue(texts(entries, entry -> entry.id().clinicId()))
                .addValue(texts(entries, entry -> entry.id().requestId()))
                .addValue(hashes(entries));
        return tx.preparedQuery(INSERT_REFUSALS).execute(values);
    }

    /** For each row the entry that it is about. */
    static List<Entry> matching(Collection<Entry> entries, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row ->
                        entries.stream().filter(entry -> isAbout(row, entry)).limit(1))
                .toList();
    }

    private static boolean isAbout(Row row, Entry entry) {
        return row.getString(0).equals(entry.id().clinicId())
                && row.getString(1).equals(entry.id().requestId())
                && Arrays.equals(row.getBuffer(2).getBytes(), entry.contentHash());
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable OffsetDateTime[] times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(column).map(ClaimRows::time).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Buffer[] hashes(Collection<Entry> entries) {
        return entries.stream().map(entry -> Buffer.buffer(entry.contentHash())).toArray(Buffer[]::new);
    }

    private @Nullable Buffer[] contents(Collection<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.mail().map(mailJson::write).orElse(null))
                .toArray(Buffer[]::new);
    }
}
