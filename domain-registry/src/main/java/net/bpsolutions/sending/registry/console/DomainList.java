package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.Slice;
import org.jspecify.annotations.Nullable;

/** Finds registrations, each page by a range of an index: a search by name in the order of names, all else latest first. */
@ApplicationScoped
class DomainList {

    private static final int PAGE = 50;
    private static final String BY_NAME = "console-names";
    private static final String BY_AGE = "console-ages";
    private static final Pattern WILDCARDS = Pattern.compile("([\\\\%_])");

    private static final String ROWS = """
            select id, domain, clinic_id, status, sending_as, status_since, registered_at, last_checked_at,
                   flag is not null, dns_proof_wanted and ownership_method is null
              from registry.registration""";

    /** One after the other, so that each can use the index that it has. */
    static final String ATTENTION = """
            id in (select id from registry.registration where status in ('DEGRADED', 'LAPSED')
                   union all select id from registry.registration where flag is not null
                   union all select id from registry.registration
                              where status = 'PENDING' and dns_proof_wanted and ownership_method is null)""";

    private final Pool pool;

    DomainList(Pool pool) {
        this.pool = pool;
    }

    Uni<Slice<ListedDomain>> page(Wanted wanted) {
        Conditions conditions = new Conditions();
        wanted.inStatus().ifPresent(status -> conditions.and("status = ?", status.name()));
        wanted.clinicId().ifPresent(clinic -> conditions.and("clinic_id = ?", clinic));
        wanted.prefix().ifPresent(prefix -> conditions.and("domain like ?", pattern(prefix)));
        wanted.narrowed().map(DomainList::only).ifPresent(conditions::and);
        return wanted.prefix().isPresent() || wanted.clinicId().isPresent()
                ? byName(conditions, wanted.cursor)
                : byAge(conditions, wanted.cursor);
    }

    /** Every registration of a domain, that of {@code but} excepted: whoever else claims it. */
    Uni<List<ListedDomain>> claimants(String domain, UUID but) {
        Conditions conditions = new Conditions().and("domain = ?", domain).and("id <> ?", but);
        return run(ROWS + conditions.where() + " order by id limit " + PAGE, conditions);
    }

    private static String only(Wanted.Only only) {
        return switch (only) {
            case ATTENTION -> ATTENTION;
            case FLAGGED -> "flag is not null";
        };
    }

    private static String pattern(String prefix) {
        return WILDCARDS.matcher(prefix).replaceAll("\\\\$1") + "%";
    }

    private Uni<Slice<ListedDomain>> byName(Conditions conditions, @Nullable String cursor) {
        Optional<Named> after = Cursor.decode(cursor, BY_NAME, Named::parse);
        after.ifPresent(last -> conditions.and("(domain, id) > (?, ?)", last.domain(), last.id()));
        return run(ROWS + conditions.where() + " order by domain, id limit " + (PAGE + 1), conditions)
                .map(found -> Slice.of(found, PAGE, BY_NAME, last -> new Named(last.domain(), last.id()).position()));
    }

    private Uni<Slice<ListedDomain>> byAge(Conditions conditions, @Nullable String cursor) {
        Optional<Cursor> after = Cursor.decode(cursor, BY_AGE, Cursor::parse);
        after.ifPresent(
                last -> conditions.and("(registered_at, id) < (?, ?)", last.at().atOffset(ZoneOffset.UTC), last.id()));
        return run(ROWS + conditions.where() + " order by registered_at desc, id desc limit " + (PAGE + 1), conditions)
                .map(found ->
                        Slice.of(found, PAGE, BY_AGE, last -> new Cursor(last.registeredAt(), last.id()).position()));
    }

    private Uni<List<ListedDomain>> run(String query, Conditions conditions) {
        return pool.preparedQuery(query).execute(conditions.values()).map(DomainList::rows);
    }

    private static List<ListedDomain> rows(RowSet<Row> rows) {
        List<ListedDomain> found = new ArrayList<>();
        rows.forEach(row -> found.add(new ListedDomain(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                DomainStatus.valueOf(row.getString(3)),
                SendingAs.valueOf(row.getString(4)),
                row.getOffsetDateTime(5).toInstant(),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)),
                row.getBoolean(8),
                row.getBoolean(9))));
        return found;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** A position in the order of names. */
    private record Named(String domain, UUID id) {

        private static final Pattern SEPARATOR = Pattern.compile("~");

        static Named parse(String position) {
            String[] parts = SEPARATOR.split(position, 2);
            return new Named(parts[0], UUID.fromString(parts[1]));
        }

        String position() {
            return domain + "~" + id;
        }
    }
}
