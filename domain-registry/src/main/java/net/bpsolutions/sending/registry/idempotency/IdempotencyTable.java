package net.bpsolutions.sending.registry.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.startup.BeforeMigration;
import org.jspecify.annotations.Nullable;

/** The keys that were used within a day, in transactions of their own: a claim must be seen before its work is done. */
@ApplicationScoped
class IdempotencyTable {

    private static final String CLAIM = """
            insert into registry.idempotency_key as known
                   (caller, key, claim_id, fingerprint, lease_until, expires_at)
            values ($1, $2, $3, $4, $5, $6)
                on conflict (caller, key) do update
               set claim_id = excluded.claim_id, fingerprint = excluded.fingerprint, lease_until = excluded.lease_until,
                   expires_at = excluded.expires_at, status = null, location = null, content_type = null,
                   entity_tag = null, body = null
             where known.expires_at <= $7
                or known.status is null and known.lease_until <= $7 and known.fingerprint = excluded.fingerprint
            returning claim_id""";
    private static final String KNOWN = """
            select fingerprint, status, location, content_type, entity_tag, body
              from registry.idempotency_key where caller = $1 and key = $2""";
    private static final String KEEP = """
            update registry.idempotency_key
               set status = $4, location = $5, content_type = $6, entity_tag = $7, body = $8
             where caller = $1 and key = $2 and claim_id = $3""";
    private static final String RELEASE =
            "delete from registry.idempotency_key where caller = $1 and key = $2 and claim_id = $3";
    private static final String FORGET = "delete from registry.idempotency_key where expires_at <= $1";

    private final Pool pool;
    private final RegistryConfig.Idempotency config;
    private final InstantSource clock;

    IdempotencyTable(Pool pool, RegistryConfig config, InstantSource clock) {
        this.pool = pool;
        this.config = config.idempotency();
        this.clock = clock;
    }

    Uni<Claim.Outcome> claim(Claim claim) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.from(Arrays.asList(
                        claim.caller(),
                        claim.key(),
                        claim.id(),
                        claim.fingerprint(),
                        time(claim.at().plus(config.lease())),
                        time(claim.at().plus(config.keep())),
                        time(claim.at()))))
                .flatMap(
                        rows -> rows.rowCount() == 1 ? Uni.createFrom().item(new Claim.Outcome.First()) : known(claim));
    }

    private Uni<Claim.Outcome> known(Claim claim) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(claim.caller(), claim.key()))
                .map(rows -> outcome(claim, rows));
    }

    private static Claim.Outcome outcome(Claim claim, RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return new Claim.Outcome.UnderWay();
        }
        Row row = rows.iterator().next();
        if (!claim.fingerprint().equals(row.getString("fingerprint"))) {
            return new Claim.Outcome.Another();
        }
        @Nullable Integer status = row.getInteger("status");
        return status == null
                ? new Claim.Outcome.UnderWay()
                : new Claim.Outcome.Again(new Answer(
                        status,
                        row.getString("location"),
                        row.getString("content_type"),
                        row.getString("entity_tag"),
                        row.getDelegate().getBuffer("body")));
    }

    Uni<Void> keep(Claim claim, Answer answer) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(
                        claim.caller(),
                        claim.key(),
                        claim.id(),
                        answer.status(),
                        answer.location(),
                        answer.contentType(),
                        answer.entityTag(),
                        answer.body())))
                .replaceWithVoid();
    }

    /** Nothing was done: the next may try. */
    Uni<Void> release(Claim claim) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(claim.caller(), claim.key(), claim.id()))
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "idempotency-keys",
            every = "10m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = BeforeMigration.class)
    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(time(clock.instant())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
