package net.bpsolutions.sending.registry.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainStatus;
import org.jspecify.annotations.Nullable;

/** How many domains had which status at the end of past days: from what is now, transitions are taken back day by day. */
final class Timeline {

    private Timeline() {}

    /**
     * Transitions of a day.
     *
     * @param from nothing for those that were registered
     */
    record Moves(LocalDate day, @Nullable DomainStatus from, DomainStatus to, long count) {}

    /** A day at its end; today, as it is now. */
    record Day(LocalDate date, Map<DomainStatus, Long> counts) {

        long of(DomainStatus status) {
            return counts.getOrDefault(status, 0L);
        }

        long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The last {@code days} days, oldest first. */
    static List<Day> of(Map<DomainStatus, Long> now, List<Moves> moves, LocalDate today, int days) {
        Map<DomainStatus, Long> counts = new EnumMap<>(DomainStatus.class);
        counts.putAll(now);
        List<Day> timeline = new ArrayList<>();
        for (LocalDate day = today; timeline.size() < days; day = day.minusDays(1)) {
            timeline.addFirst(new Day(day, new EnumMap<>(counts)));
            for (Moves move : moves) {
                if (move.day().equals(day)) {
                    takeBack(counts, move);
                }
            }
        }
        return timeline;
    }

    private static void takeBack(Map<DomainStatus, Long> counts, Moves move) {
        counts.merge(move.to(), -move.count(), Long::sum);
        if (move.from() != null) {
            counts.merge(move.from(), move.count(), Long::sum);
        }
    }
}
