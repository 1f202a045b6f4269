package net.bpsolutions.sending.registry.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.Outcome;

/** Reads what was counted. */
@ApplicationScoped
public class PastDeliveries {

    private static final String SINCE = """
            select day, domain = '', outcome, amount from registry.delivery_count
             where clinic_id = $1 and domain in ($2, '') and day >= $3""";

    private final Pool pool;
    private final InstantSource clock;

    PastDeliveries(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What became of mails of a clinic for a domain within the last {@code last} days, today among them. */
    public Uni<Deliveries> of(String clinicId, DomainName domain, int last) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(last - 1L);
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(clinicId, domain.value(), first))
                .map(rows -> deliveries(rows, first, last));
    }

    private static Deliveries deliveries(RowSet<Row> rows, LocalDate first, int last) {
        Map<LocalDate, Map<Outcome, Long>> days = new HashMap<>();
        long untold = 0;
        for (Row row : rows) {
            if (row.getBoolean(1)) {
                untold += row.getLong(3);
            } else {
                days.computeIfAbsent(row.getLocalDate(0), _ -> new EnumMap<>(Outcome.class))
                        .put(Outcome.valueOf(row.getString(2)), row.getLong(3));
            }
        }
        List<Deliveries.Day> all = first.datesUntil(first.plusDays(last))
                .map(day -> new Deliveries.Day(day, days.getOrDefault(day, Map.of())))
                .toList();
        return new Deliveries(all, untold);
    }
}
