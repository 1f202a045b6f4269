package net.bpsolutions.sending.gateway.checks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.bpsolutions.sending.events.DomainName;

/** The table {@code gateway.checked_domain}. Domains are checked daily and change seldom: mostly it is only read. */
@ApplicationScoped
public class CheckedDomains {

    /** Who waits for records is looked at daily for two months; an older check says nothing of today. */
    private static final Duration COUNTS_FOR = Duration.ofDays(14);

    private static final String FIND =
            "select domain, checked_at, records from gateway.checked_domain where domain = any($1)";

    private static final String FIND_RECENT =
            "select domain, checked_at, records from gateway.checked_domain where domain = $1 and checked_at > $2";

    private static final String PUT = """
            insert into gateway.checked_domain as known (domain, checked_at, records)
            select domain, checked_at, records::jsonb
            from unnest($1::text[], $2::timestamptz[], $3::text[]) as told (domain, checked_at, records)
            on conflict (domain) do update set checked_at = excluded.checked_at, records = excluded.records
            where excluded.checked_at > known.checked_at""";

    private final Clock clock;

    CheckedDomains(Clock clock) {
        this.clock = clock;
    }

    /** What is missing of a domain in DNS, as far as a recent check tells. */
    public Uni<MissingRecords> missing(SqlConnection tx, DomainName domain) {
        return tx.preparedQuery(FIND_RECENT)
                .execute(Tuple.of(
                        domain.value(), clock.instant().minus(COUNTS_FOR).atOffset(ZoneOffset.UTC)))
                .map(rows -> read(rows).values().stream()
                        .findFirst()
                        .map(found -> found.records().missing())
                        .orElseGet(MissingRecords.Unknown::new));
    }

    /** Takes checks in, in their order; the same again changes nothing. */
    Uni<Void> take(SqlClient database, List<CheckedDomain> checks) {
        String[] domains =
                checks.stream().map(check -> check.domain().value()).distinct().toArray(String[]::new);
        return domains.length == 0
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(FIND)
                        .execute(Tuple.tuple().addArrayOfString(domains))
                        .map(known -> changes(read(known), checks))
                        .chain(changes -> put(database, changes));
    }

    /** What must be written, each domain once and in one order for all replicas. */
    static List<CheckedDomain> changes(Map<String, CheckedDomain> known, List<CheckedDomain> checks) {
        Map<String, CheckedDomain> latest = new TreeMap<>(known);
        for (CheckedDomain check : checks) {
            latest.merge(check.domain().value(), check, CheckedDomain::then);
        }
        return latest.values().stream()
                .filter(now -> {
                    CheckedDomain stored = known.get(now.domain().value());
                    return stored == null || now.replaces(stored);
                })
                .toList();
    }

    private static Uni<Void> put(SqlClient database, List<CheckedDomain> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(PUT)
                        .execute(Tuple.tuple()
                                .addArrayOfString(
                                        texts(changes, change -> change.domain().value()))
                                .addArrayOfOffsetDateTime(changes.stream()
                                        .map(change -> change.at().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new))
                                .addArrayOfString(texts(changes, change -> json(change.records()))))
                        .replaceWithVoid();
    }

    private static String[] texts(Collection<CheckedDomain> changes, Function<CheckedDomain, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    private static String json(RequiredRecords records) {
        JsonObject object = new JsonObject();
        records.byName().forEach((name, sight) -> object.put(name, sight.name()));
        return object.encode();
    }

    private static Map<String, CheckedDomain> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CheckedDomains::read)
                .collect(Collectors.toMap(known -> known.domain().value(), known -> known));
    }

    private static CheckedDomain read(Row row) {
        JsonObject object = row.getJsonObject("records");
        Map<String, RequiredRecords.Sight> byName = new TreeMap<>();
        object.fieldNames().forEach(name -> byName.put(name, RequiredRecords.Sight.valueOf(object.getString(name))));
        return new CheckedDomain(
                new DomainName(row.getString("domain")),
                row.getOffsetDateTime("checked_at").toInstant(),
                new RequiredRecords(byName));
    }
}
