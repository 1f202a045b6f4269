package net.bpsolutions.sending.gateway.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.gateway.GatewayConfig;

/** Hands out due deliveries, each to one worker of all replicas. */
@ApplicationScoped
public class Leases {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Further than any mail may lie ahead. */
    private static final double LONG = Duration.ofDays(3650).toSeconds();

    private static final String TAKE = """
            with due as (
                select key, request_key, state, recipient, due_at, expires_at from gateway.delivery
                where state in ('WAITING', 'SENDING') and due_at <= now()
                  and (state = 'WAITING' or now() <= $5) and now() <= $6
                  and (lease_token is null or lease_token <> all ($3))
                  -- A mail without files needs no room.
                  and ($4::bigint > 0 or 65536 >=
                       (select coalesce(octet_length(r.content), 0) from gateway.request r where r.key = request_key))
                  and ($7::text[] is null or (select r.clinic_id from gateway.request r
                                              where r.key = request_key and r.kind = 'SEND_REQUEST') = any ($7))
                order by due_at
                limit $1
                for update skip locked),
            standing as (
                select d.key, d.state, r.kind, r.clinic_id, r.request_id,
                       case
                           when exists (select from gateway.cancellation c
                                        where c.clinic_id = r.clinic_id and c.request_id = r.request_id
                                          and r.kind = 'SEND_REQUEST') then 'CANCELLED'
                           when d.expires_at <= now() then 'EXPIRED'
                           when exists (select from gateway.suppression s
                                        where s.clinic_id = r.clinic_id and s.address = lower(d.recipient)
                                          and s.expires_at > now()
                                          and r.kind = 'SEND_REQUEST') then 'SUPPRESSED'
                           else 'SENDABLE'
                       end as standing,
                       r.content,
                       sum(octet_length(r.content)) over (
                           order by d.due_at, d.key rows between unbounded preceding and 1 preceding) as before
                from due d join gateway.request r on r.key = d.request_key)
            update gateway.delivery d
            set state = 'SENDING',
                lease_token = gen_random_uuid(),
                due_at = now() + make_interval(secs => $2),
                attempt = d.attempt + case when s.standing = 'SENDABLE' then 1 else 0 end,
                unseen = d.unseen + case when s.state = 'SENDING' then 1 else 0 end,
                updated_at = now()
            from standing s
            where d.key = s.key and (coalesce(s.before, 0) < $4 or coalesce(octet_length(s.content), 0) <= 65536)
            returning d.key, d.request_key, d.lease_token, s.clinic_id, s.request_id, d.position, d.recipient,
                      d.message_id, d.attempt, d.fell_back, s.standing, s.kind, s.state as state_before,
                      extract(epoch from d.expires_at - now())::float8 as seconds_left,
                      case when s.standing = 'SENDABLE' then s.content end as content""";

    static final String RENEW = """
            update gateway.delivery set due_at = now() + make_interval(secs => $2)
            where state = 'SENDING' and lease_token = any ($1)
            returning lease_token""";

    private static final String WAKE = """
            update gateway.delivery set due_at = now()
            where state = 'WAITING' and due_at > now() and reason = any ($1)""";

    private static final String TIME = "select now()";

    private final Pool pool;
    private final MailJson mailJson;
    private final Duration length;
    private final long maxOctets;
    private final Calm calm;

    Leases(Pool pool, MailJson mailJson, GatewayConfig config) {
        this.pool = pool;
        this.mailJson = mailJson;
        this.length = config.ledger().lease();
        this.maxOctets = config.ledger().takenAtOnce().asLongValue();
        // Leases are renewed three times in their length.
        this.calm = new Calm(length.dividedBy(2), System.nanoTime());
    }

    /**
     * What is wanted of the deliveries that are due, the longest due first; fewer when their mails, or those under way, are
     * large.
     *
     * @param ours what is under way here: never taken over from ourselves, however long the database was away
     */
    public Uni<List<Lease>> take(Wanted wanted, Collection<Lease> ours) {
        return (calm.wantsTime(System.nanoTime()) ? time() : Uni.createFrom().voidItem())
                .flatMap(known -> takeDue(wanted, ours))
                .onFailure()
                .invoke(fault -> calm.noteFault());
    }

    private Uni<Void> time() {
        long before = System.nanoTime();
        return pool.query(TIME)
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(rows -> calm.noteTime(rows.iterator().next().getOffsetDateTime(0), before, System.nanoTime()))
                .replaceWithVoid();
    }

    private Uni<List<Lease>> takeDue(Wanted wanted, Collection<Lease> ours) {
        long before = System.nanoTime();
        Tuple values = Tuple.tuple()
                .addInteger(wanted.slots())
                .addDouble(seconds())
                .addValue(ours.stream().map(Lease::token).toArray(UUID[]::new))
                .addLong(maxOctets - ours.stream().mapToLong(Lease::octets).sum())
                .addValue(calm.takeOverUntil(before))
                .addValue(calm.waitedForUntil(before, PATIENCE))
                .addValue(wanted.clinicIds());
        return pool.preparedQuery(TAKE)
                .execute(values)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(rows -> calm.noteAnswer(before, System.nanoTime()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> lease(row, before))
                        .toList());
    }

    /** Keeps what is under way; an attempt may last longer than a lease. What was lost is told to its term. */
    public Uni<Void> renew(Collection<Lease> ours) {
        long before = System.nanoTime();
        List<Lease> asked = List.copyOf(ours);
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(asked.stream().map(Lease::token).toArray(UUID[]::new), seconds()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(rows -> {
                    calm.noteAnswer(before, System.nanoTime());
                    noteRenewed(asked, rows, before);
                })
                .onFailure()
                .invoke(fault -> calm.noteFault())
                .replaceWithVoid();
    }

    private void noteRenewed(List<Lease> asked, RowSet<Row> rows, long before) {
        Set<UUID> kept = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .collect(Collectors.toSet());
        for (Lease lease : asked) {
            if (kept.contains(lease.token())) {
                lease.term().renew(before, length);
            } else {
                lease.term().lose();
            }
        }
    }

    /** Makes due at once what waits for one of {@code reasons}, which are over. */
    public Uni<Void> wake(Collection<String> reasons) {
        return pool.preparedQuery(WAKE)
                .execute(Tuple.of(reasons.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private double seconds() {
        return length.toMillis() / 1000.0;
    }

    private Lease lease(Row row, long before) {
        Buffer content = row.getBuffer("content");
        double left = Math.clamp(row.getDouble("seconds_left"), 0, LONG);
        return new Lease(
                row.getLong("key"),
                row.getLong("request_key"),
                row.getUUID("lease_token"),
                new RequestId(row.getString("clinic_id"), row.getString("request_id")),
                row.getInteger("position"),
                row.getString("recipient"),
                row.getString("message_id"),
                row.getInteger("attempt"),
                Lease.Standing.valueOf(row.getString("standing")),
                row.getString("kind").equals("NOTICE"),
                row.getString("state_before").equals("SENDING"),
                content == null ? null : mailJson.read(content.getBytes()),
                content == null ? 0 : content.length(),
                row.getBoolean("fell_back"),
                new Term(before, length, Duration.ofMillis((long) (left * 1000))));
    }
}
