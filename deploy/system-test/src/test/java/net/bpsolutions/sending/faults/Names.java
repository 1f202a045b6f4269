package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.bpsolutions.sending.faults.History.Asked;
import net.bpsolutions.sending.faults.History.Outage;
import net.bpsolutions.sending.faults.History.Received;
import net.bpsolutions.sending.faults.History.Status;

/** Under which name a mail may have left at a time, given what had been said by then. */
final class Names {

    static final String FALLBACK = "blueprintoms@bp-solutions.net";

    /** How long news may take, and how long a mail may be under way after its name was decided. */
    private static final Duration NEWS = Duration.ofSeconds(20);

    private final History history;

    Names(History history) {
        this.history = history;
    }

    /** @param fellBack whether the clinic's own name was refused before */
    boolean right(Asked asked, Received copy, boolean fellBack) {
        if (copy.from().equals(asked.from())) {
            return couldBe(true, asked, copy.at()) && copy.replyTo().isEmpty();
        }
        return copy.from().equals(FALLBACK)
                && copy.replyTo().equals(asked.from())
                && (fellBack || couldBe(false, asked, copy.at()));
    }

    /** Whether the domain was usable, or was not, at any moment of which a sender may have had the last news. */
    private boolean couldBe(boolean usable, Asked asked, Instant at) {
        Instant since = oldestNews(at);
        List<Status> said = history.statuses().stream()
                .filter(status -> status.clinic().equals(asked.clinic())
                        && status.domain().equals(asked.domain())
                        && !status.at().isAfter(at))
                .sorted(Comparator.comparing(Status::at))
                .toList();
        boolean before = said.stream()
                .filter(status -> status.at().isBefore(since))
                .reduce((earlier, later) -> later)
                .map(Status::usable)
                .orElse(false);
        return before == usable
                || said.stream()
                        .filter(status -> !status.at().isBefore(since))
                        .anyMatch(status -> status.usable() == usable);
    }

    /** While the broker was away nothing new could be known. */
    private Instant oldestNews(Instant at) {
        Instant since = at.minus(NEWS);
        for (Outage outage : history.brokerOutages()) {
            if (!outage.from().isAfter(at)
                    && outage.to().isAfter(since)
                    && outage.from().minus(NEWS).isBefore(since)) {
                since = outage.from().minus(NEWS);
            }
        }
        return since;
    }
}
