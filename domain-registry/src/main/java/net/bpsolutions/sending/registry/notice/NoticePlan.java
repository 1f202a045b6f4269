package net.bpsolutions.sending.registry.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When the contact hears of a transition.
 *
 * @param settle how long after the transition the first notice leaves: a look at the records comes first, and what passes by
 *     itself needs nobody
 * @param nudges how long after the transition a pending domain is brought to mind again, ascending
 */
record NoticePlan(Duration settle, List<Duration> nudges) {

    /** Copies the steps in their order, so that the plan cannot change. */
    NoticePlan {
        nudges = nudges.stream().sorted().toList();
    }

    /** When the first notice of a transition is due. */
    Instant first(Instant since) {
        return since.plus(settle);
    }

    /**
     * The step that follows {@code step}; empty after the last. What should have left long ago is passed over, so that a time
     * away is not made up for by several mails at once.
     *
     * @param step 0 for the transition itself, then the nudges from 1
     * @param since when the transition was
     */
    Optional<Step> after(NoticeKind kind, int step, Instant since, Instant now) {
        return switch (kind) {
            case SETUP ->
                IntStream.rangeClosed(step + 1, nudges.size())
                        .filter(next -> leavesTime(next, since, now))
                        .mapToObj(next -> new Step(next, since.plus(offset(next))))
                        .findFirst();
            case ATTENTION, FALLEN_BACK, ON_HOLD -> Optional.empty();
        };
    }

    /** Whether a look at the records is overdue, as after a time away: a notice waits for it, so as not to tell old news. */
    boolean isBlind(Optional<Instant> nextCheckAt, Instant now) {
        return nextCheckAt.filter(now.minus(settle)::isAfter).isPresent();
    }

    /** At least half of the time that the plan puts before a step must be left before it. */
    private boolean leavesTime(int step, Instant since, Instant now) {
        Duration planned = offset(step).minus(offset(step - 1));
        Duration left = Duration.between(now, since.plus(offset(step)));
        return left.multipliedBy(2).compareTo(planned) >= 0;
    }

    private Duration offset(int step) {
        return step == 0 ? settle : nudges.get(step - 1);
    }

    /** A notice to come. */
    record Step(int number, Instant dueAt) {}
}
