package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.column.NamesColumn;
import net.bpsolutions.sending.registry.column.VerdictsColumn;
import org.jspecify.annotations.Nullable;

/** Reads what happened to a registration until a moment, latest first. */
@ApplicationScoped
class PastTables {

    static final String MOVES = """
            select occurred_at, status, sending_as, previous_status, cause from registry.past_transition
             where registration_id = $1 and occurred_at <= $2 order by sequence desc limit $3""";
    static final String LOOKS = """
            select checked_at, verdicts, nameservers, dns_host, moved from registry.past_check
             where registration_id = $1 and checked_at <= $2 order by checked_at desc, event_id desc limit $3""";
    static final String NOTICES = """
            select sent_at, kind from registry.notice
             where registration_id = $1 and sent_at <= $2 order by sent_at desc limit $3""";
    static final String CHALLENGES = """
            select a.taken_at from registry.allowance a join registry.registration r on r.domain = a.name
             where a.kind = 'CHALLENGE' and r.id = $1 and a.taken_at <= $2 order by a.taken_at desc limit $3""";
    static final String PROOF = """
            select ownership_proven_at, ownership_method, ownership_evidence from registry.registration
             where id = $1 and ownership_proven_at <= $2 limit $3""";
    private static final String FACTS = """
            select status_since, held, dns_proof_wanted and ownership_method is null, ownership_evidence, contact_email,
                   contact_email is not null and not registry.wants_notices(contact_email, domain),
                   own_account
              from registry.registration r where id = $1""";

    private final Pool pool;

    PastTables(Pool pool) {
        this.pool = pool;
    }

    Uni<Facts> facts(UUID id) {
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next())
                .map(row -> new Facts(
                        at(row, 0),
                        row.getBoolean(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getBoolean(6)));
    }

    Uni<List<Move>> moves(UUID id, Instant until, int limit) {
        return read(MOVES, id, until, limit, PastTables::move);
    }

    Uni<List<Look>> looks(UUID id, Instant until, int limit) {
        return read(LOOKS, id, until, limit, PastTables::look);
    }

    /** Mails to the contact. */
    Uni<List<Moment>> notices(UUID id, Instant until, int limit) {
        return read(
                NOTICES,
                id,
                until,
                limit,
                row -> Moment.of(
                        at(row, 0),
                        "mail",
                        "plain",
                        "Mail to the contact: "
                                + row.getString(1).toLowerCase(Locale.ROOT).replace('_', ' '),
                        ""));
    }

    /** Verification messages that were asked for; they are remembered for as long as they count against the limit. */
    Uni<List<Moment>> challenges(UUID id, Instant until, int limit) {
        return read(
                CHALLENGES,
                id,
                until,
                limit,
                row -> Moment.of(
                        at(row, 0),
                        "challenge",
                        "plain",
                        "The verification message was asked for",
                        "By this clinic, or by another that claims the domain."));
    }

    /** The proof of ownership. */
    Uni<List<Moment>> proof(UUID id, Instant until, int limit) {
        return read(
                PROOF,
                id,
                until,
                limit,
                row -> Moment.of(
                        at(row, 0), "proof", "verified", "Ownership proven: " + row.getString(1), row.getString(2)));
    }

    private <T> Uni<List<T>> read(String query, UUID id, Instant until, int limit, Function<Row, T> form) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(id, until.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(form)
                        .toList());
    }

    private static Move move(Row row) {
        @Nullable String before = row.getString(3);
        return new Move(
                at(row, 0),
                DomainStatus.valueOf(row.getString(1)),
                SendingAs.valueOf(row.getString(2)),
                before == null ? null : DomainStatus.valueOf(before),
                row.getString(4));
    }

    private static Look look(Row row) {
        return new Look(
                at(row, 0),
                new VerdictsColumn().convertToEntityAttribute(row.getString(1)),
                new NamesColumn().convertToEntityAttribute(row.getString(2)),
                row.getString(3),
                row.getBoolean(4));
    }

    private static Instant at(Row row, int column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
