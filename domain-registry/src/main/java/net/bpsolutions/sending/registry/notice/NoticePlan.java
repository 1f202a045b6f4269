package net.bpsolutions.sending.registry.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DomainStatus;

/**
 * When the contact hears of a transition.
 *
 * @param settle how long after the transition the first notice leaves: a look at the records comes first, and what passes by
 *     itself needs nobody
 * @param nudges how long after the transition a pending domain is brought to mind again, ascending
 */
record NoticePlan(Duration settle, List<Duration> nudges) {

    /** Copies the steps, so that the plan cannot change. */
    NoticePlan {
        nudges = List.copyOf(nudges);
    }

    /**
     * When the notice of {@code step} is due; empty when the status asks for none.
     *
     * @param step 0 for the transition itself, then the nudges from 1
     * @param since when the status became so
     */
    Optional<Instant> due(DomainStatus status, int step, Instant since) {
        return NoticeKind.of(status).flatMap(kind -> after(kind, step)).map(since::plus);
    }

    private Optional<Duration> after(NoticeKind kind, int step) {
        if (step == 0) {
            return Optional.of(settle);
        }
        return switch (kind) {
            case SETUP -> step <= nudges.size() ? Optional.of(nudges.get(step - 1)) : Optional.empty();
            case ATTENTION, FALLEN_BACK, ON_HOLD -> Optional.empty();
        };
    }
}
