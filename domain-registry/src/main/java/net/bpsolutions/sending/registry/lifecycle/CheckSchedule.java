package net.bpsolutions.sending.registry.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainStatus;

/**
 * When the records of a domain are looked at again (design §4).
 *
 * @param first the steps right after registration, one after the other
 * @param verified the interval of a verified domain
 * @param degraded the interval of a degraded domain in its first {@value #DEGRADED_FIRST_HOURS} hours
 * @param confirmation the interval while a verified domain is in doubt: failures closer together do not count
 * @param jitter how far checks are spread, as a part of their interval
 */
public record CheckSchedule(
        List<Duration> first, Duration verified, Duration degraded, Duration confirmation, double jitter) {

    private static final int DEGRADED_FIRST_HOURS = 6;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration URGENT = Duration.ofHours(2);
    private static final Duration DAY = Duration.ofDays(1);

    /** Copies the steps, so that the schedule cannot change. */
    public CheckSchedule {
        first = List.copyOf(first);
    }

    /** Whether a check after {@code interval} goes before the routine ones when there is more to do than can be done. */
    public static boolean isUrgent(Duration interval) {
        return interval.compareTo(URGENT) <= 0;
    }

    /**
     * When to look again; empty means only on demand.
     *
     * @param status where the registration stands
     * @param since when it became so
     * @param doubted whether the latest check of a verified domain failed
     * @param now the time
     * @param random from -1 to 1
     */
    public Optional<Instant> next(DomainStatus status, Instant since, boolean doubted, Instant now, double random) {
        Duration age = Duration.between(since, now);
        return switch (status) {
            case PENDING -> waiting(age, first).map(step -> now.plus(spread(step, random)));
            case LAPSED -> waiting(age, List.of()).map(step -> now.plus(spread(step, random)));
            case VERIFIED ->
                Optional.of(now.plus(doubted ? spread(confirmation, Math.abs(random)) : spread(verified, random)));
            case DEGRADED ->
                Optional.of(now.plus(spread(age.toHours() < DEGRADED_FIRST_HOURS ? degraded : HOUR, random)));
            case SUSPENDED -> Optional.empty();
        };
    }

    private static Optional<Duration> waiting(Duration age, List<Duration> steps) {
        Duration end = Duration.ZERO;
        for (Duration step : steps) {
            end = end.plus(step);
            Duration left = end.minus(age);
            // A check that ran a little early belongs to the step that it ends.
            if (left.compareTo(step.dividedBy(5)) > 0) {
                return Optional.of(left.compareTo(step) > 0 ? step : left);
            }
        }
        if (age.compareTo(DAY) < 0) {
            return Optional.of(HOUR);
        }
        if (age.toDays() < 14) {
            return Optional.of(Duration.ofHours(6));
        }
        return age.toDays() < 60 ? Optional.of(DAY) : Optional.empty();
    }

    private Duration spread(Duration interval, double random) {
        return interval.plusMillis(Math.round(interval.toMillis() * jitter * random));
    }
}
