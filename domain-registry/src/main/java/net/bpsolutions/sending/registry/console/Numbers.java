package net.bpsolutions.sending.registry.console;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.bpsolutions.sending.events.DomainStatus;
import org.jspecify.annotations.Nullable;

/**
 * Counts registrations by status: now, and at the end of the last days. Every registration is read for it, so what was
 * counted holds for some seconds.
 */
@ApplicationScoped
class Numbers {

    static final int DAYS = 30;

    private static final String NOW = "select status, count(*) from registry.registration group by status";
    private static final String ATTENTION = "select count(*) from registry.registration where " + Search.ATTENTION;
    private static final String MOVES = """
            select (occurred_at at time zone 'UTC')::date, previous_status, status, count(*)
              from registry.past_transition
             where occurred_at >= $1 and status is distinct from previous_status
             group by 1, 2, 3""";

    private static final Duration HOLDS = Duration.ofSeconds(15);

    private final Pool pool;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Counted> latest = new AtomicReference<>();

    Numbers(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param at when
     * @param attention how many an operator has to look at
     * @param days the last days, oldest first; the last is now
     */
    record Counted(Instant at, long attention, List<Timeline.Day> days) {}

    Uni<Counted> count() {
        Instant now = clock.instant();
        Counted known = latest.get();
        return known != null && now.isBefore(known.at().plus(HOLDS))
                ? Uni.createFrom().item(known)
                : count(now).invoke(latest::set);
    }

    private Uni<Counted> count(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Tuple since = Tuple.of(today.minusDays(DAYS).atStartOfDay().atOffset(ZoneOffset.UTC));
        return Uni.combine()
                .all()
                .unis(
                        pool.query(NOW).execute().map(Numbers::statuses),
                        pool.query(ATTENTION)
                                .execute()
                                .map(rows -> rows.iterator().next().getLong(0)),
                        pool.preparedQuery(MOVES).execute(since).map(Numbers::moves))
                .with((statuses, attention, moves) ->
                        new Counted(at, attention, Timeline.of(statuses, moves, today, DAYS)));
    }

    private static Map<DomainStatus, Long> statuses(RowSet<Row> rows) {
        Map<DomainStatus, Long> counts = new EnumMap<>(DomainStatus.class);
        rows.forEach(row -> counts.put(DomainStatus.valueOf(row.getString(0)), row.getLong(1)));
        return counts;
    }

    private static List<Timeline.Moves> moves(RowSet<Row> rows) {
        List<Timeline.Moves> moves = new ArrayList<>();
        rows.forEach(row -> {
            @Nullable String before = row.getString(1);
            moves.add(new Timeline.Moves(
                    row.getLocalDate(0),
                    before == null ? null : DomainStatus.valueOf(before),
                    DomainStatus.valueOf(row.getString(2)),
                    row.getLong(3)));
        });
        return moves;
    }
}
