package net.bpsolutions.sending.gateway.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.mail.Address;
import org.jspecify.annotations.Nullable;

/** The table {@code gateway.challenge}; every method works within the caller's transaction. */
@ApplicationScoped
class ChallengeStore {

    /** Orders and redemptions for one domain wait for each other until the transaction ends. */
    Uni<Void> lock(SqlConnection tx, DomainName domain) {
        return tx.preparedQuery("select pg_advisory_xact_lock(hashtextextended('challenge/' || $1, 0))")
                .execute(Tuple.of(domain.value()))
                .replaceWithVoid();
    }

    Uni<Issue.Recent> recent(SqlConnection tx, ChallengeOrder order, Instant now) {
        return tx.preparedQuery("""
                        select coalesce(bool_or(id = $1), false) as served,
                               count(*) filter (where domain = $2 and issued_at > $3) as last_hour,
                               count(*) filter (where domain = $2 and issued_at > $4) as last_day,
                               count(*) filter (where domain = $2 and issued_at > $4 and domain_id = $5) as last_day_of_own
                          from gateway.challenge
                         where id = $1 or (domain = $2 and issued_at > $4)""")
                .execute(Tuple.of(
                        order.id(),
                        order.domain().value(),
                        utc(now.minus(Duration.ofHours(1))),
                        utc(now.minus(Duration.ofDays(1))),
                        order.domainId()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Issue.Recent(
                        row.getBoolean("served"),
                        row.getInteger("last_hour"),
                        row.getInteger("last_day"),
                        row.getInteger("last_day_of_own")));
    }

    /** Takes the place of the registration's open challenge, if it has one. */
    Uni<Void> replace(SqlConnection tx, ChallengeOrder order, KeyHash keyHash, Instant now, Instant expiresAt) {
        return tx.preparedQuery("""
                        update gateway.challenge set voided_at = $2
                         where domain_id = $1 and used_at is null and voided_at is null""")
                .execute(Tuple.of(order.domainId(), utc(now)))
                .chain(() -> tx.preparedQuery("""
                                insert into gateway.challenge
                                       (id, domain_id, clinic_id, domain, key_hash, issued_at, expires_at, mailbox, evidence)
                                values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9)""")
                        .execute(Tuple.from(List.of(
                                order.id(),
                                order.domainId(),
                                order.clinicId(),
                                order.domain().value(),
                                keyHash.hex(),
                                utc(now),
                                utc(expiresAt),
                                order.recipient().value(),
                                order.evidence()))))
                .replaceWithVoid();
    }

    /** When each registration of the domain got its latest message; those that never got one are not there. */
    Uni<Map<UUID, Instant>> latest(SqlConnection tx, DomainName domain) {
        return tx.preparedQuery("""
                        select domain_id, max(issued_at) as latest
                          from gateway.challenge where domain = $1 group by domain_id""")
                .execute(Tuple.of(domain.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getUUID("domain_id"),
                                row -> row.getOffsetDateTime("latest").toInstant())));
    }

    /** All challenges of a domain, locked: of several redemptions of a key one is the first. */
    Uni<List<Challenge>> lockAll(SqlConnection tx, DomainName domain) {
        return lock(tx, domain).chain(() -> all(tx, domain));
    }

    private static Uni<List<Challenge>> all(SqlConnection tx, DomainName domain) {
        return tx.preparedQuery("""
                        select id, domain_id, clinic_id, domain, encode(key_hash, 'hex') as key_hash,
                               expires_at, wrong_tries, voided_at, used_at
                          from gateway.challenge where domain = $1 order by id""").execute(Tuple.of(domain.value())).map(ChallengeStore::challenges);
    }

    /** The domain whose message held the key. */
    Uni<Optional<DomainName>> domainOf(SqlConnection tx, KeyHash keyHash) {
        return tx.preparedQuery("select domain from gateway.challenge where key_hash = decode($1, 'hex')")
                .execute(Tuple.of(keyHash.hex()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new DomainName(row.getString("domain"))));
    }

    /** The mailbox that got the message, unless a later one is open: then there is nothing to repeat. */
    Uni<Optional<Address>> mailboxOfLatest(SqlConnection tx, Challenge challenge, Instant now) {
        return tx.preparedQuery("""
                        select c.mailbox from gateway.challenge c
                         where c.id = $1 and c.mailbox is not null and not exists (
                               select from gateway.challenge o
                                where o.domain_id = c.domain_id
                                  and (o.used_at is not null or (o.voided_at is null and o.expires_at > $2)))""")
                .execute(Tuple.of(challenge.id(), utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Address(row.getString("mailbox"))));
    }

    Uni<Void> markUsed(SqlConnection tx, UUID id, Instant now) {
        return tx.preparedQuery("update gateway.challenge set used_at = $2 where id = $1")
                .execute(Tuple.of(id, utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> countWrongTry(SqlConnection tx, List<Challenge> challenges) {
        UUID[] ids = challenges.stream().map(Challenge::id).toArray(UUID[]::new);
        return tx.preparedQuery("update gateway.challenge set wrong_tries = wrong_tries + 1 where id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .replaceWithVoid();
    }

    private static List<Challenge> challenges(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ChallengeStore::challenge)
                .toList();
    }

    private static Challenge challenge(Row row) {
        return new Challenge(
                row.getUUID("id"),
                row.getUUID("domain_id"),
                row.getString("clinic_id"),
                new DomainName(row.getString("domain")),
                new KeyHash(row.getString("key_hash")),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getInteger("wrong_tries"),
                instant(row.getOffsetDateTime("voided_at")),
                instant(row.getOffsetDateTime("used_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
