package net.bpsolutions.sending.registry.console;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.paging.Slice;

/**
 * What to ask the database for what an operator looks for, each page by a range of an index: a search by name in the order
 * of names, all else latest first.
 *
 * @param order how the list is ordered, for the position where the next page begins
 */
record Search(String query, Tuple values, String order, Function<ListedDomain, String> position) {

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

    static Search of(Wanted wanted) {
        Conditions conditions = new Conditions();
        wanted.inStatus().ifPresent(status -> conditions.and("status = ?", status.name()));
        wanted.clinicId().ifPresent(clinic -> conditions.and("clinic_id = ?", clinic));
        wanted.prefix().ifPresent(prefix -> conditions.and("domain like ?", pattern(prefix)));
        wanted.narrowed().map(Search::only).ifPresent(conditions::and);
        return wanted.prefix().isPresent() || wanted.clinicId().isPresent()
                ? byName(conditions, Cursor.decode(wanted.cursor, BY_NAME, Named::parse))
                : byAge(conditions, Cursor.decode(wanted.cursor, BY_AGE, Cursor::parse));
    }

    /** Every registration of a domain, that of {@code but} excepted: whoever else claims it. */
    static Search claimants(String domain, UUID but) {
        return byName(new Conditions().and("domain = ?", domain).and("id <> ?", but), Optional.empty());
    }

    /** What was found, a row more than a page when there is more. */
    Slice<ListedDomain> slice(List<ListedDomain> found) {
        return Slice.of(found, PAGE, order, position);
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

    private static Search byName(Conditions conditions, Optional<Named> after) {
        after.ifPresent(last -> conditions.and("(domain, id) > (?, ?)", last.domain(), last.id()));
        return search(conditions, "domain, id", BY_NAME, last -> new Named(last.domain(), last.id()).position());
    }

    private static Search byAge(Conditions conditions, Optional<Cursor> after) {
        after.ifPresent(
                last -> conditions.and("(registered_at, id) < (?, ?)", last.at().atOffset(ZoneOffset.UTC), last.id()));
        return search(
                conditions,
                "registered_at desc, id desc",
                BY_AGE,
                last -> new Cursor(last.registeredAt(), last.id()).position());
    }

    private static Search search(
            Conditions conditions, String columns, String order, Function<ListedDomain, String> position) {
        String query = ROWS + conditions.where() + " order by " + columns + " limit " + (PAGE + 1);
        return new Search(query, conditions.values(), order, position);
    }

    /** A position in the order of names. */
    private record Named(String domain, UUID id) {

        private static final Pattern SEPARATOR = Pattern.compile("~");

        static Named parse(String position) {
            String[] parts = SEPARATOR.split(position, 2);
            if (parts[0].chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("no name");
            }
            return new Named(parts[0], UUID.fromString(parts[1]));
        }

        String position() {
            return domain + "~" + id;
        }
    }
}
