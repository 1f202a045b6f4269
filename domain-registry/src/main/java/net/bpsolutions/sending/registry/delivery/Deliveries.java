package net.bpsolutions.sending.registry.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Outcome;

/**
 * What became of mails that a clinic sent for a domain.
 *
 * @param days the last days, oldest first; the last is today
 * @param untold how many outcomes of the clinic in those days name no domain, as no try was made
 */
public record Deliveries(List<Day> days, long untold) {

    /** Outcomes of a day (UTC); those that there were none of are absent. */
    public record Day(LocalDate date, Map<Outcome, Long> counts) {

        /** How many mails became this. */
        public long of(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }

    /** How many mails became this within the last {@code last} days. */
    public long of(Outcome outcome, int last) {
        return days.subList(Math.max(0, days.size() - last), days.size()).stream()
                .mapToLong(day -> day.of(outcome))
                .sum();
    }
}
