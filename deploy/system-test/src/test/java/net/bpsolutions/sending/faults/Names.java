package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.faults.History.Asked;
import net.bpsolutions.sending.faults.History.Outage;
import net.bpsolutions.sending.faults.History.Received;
import net.bpsolutions.sending.faults.History.Status;

/** Under which name a mail may have left at a time, given what had been said by then. */
final class Names {

    static final String FALLBACK = "blueprintoms@bp-solutions.net";

    /** How old a gateway's news may be (four seconds), and how long it may take from the decision to naming the mail. */
    private static final Duration NEWS = Duration.ofSeconds(8);

    private final History history;

    Names(History history) {
        this.history = history;
    }

    /** @param fellBack whether the clinic's own name was refused before */
    boolean right(Asked asked, Received copy, boolean fellBack) {
        if (copy.from().equals(asked.from())) {
            return couldBe(true, asked, copy) && copy.replyTo().isEmpty();
        }
        return copy.from().equals(FALLBACK)
                && copy.replyTo().equals(asked.from())
                && (fellBack || couldBe(false, asked, copy));
    }

    /** Whether the domain was usable, or was not, at any moment of which a sender may have had the last news. */
    private boolean couldBe(boolean usable, Asked asked, Received copy) {
        Instant since = oldestNews(copy);
        List<Status> said = history.statuses().stream()
                .filter(status -> status.clinic().equals(asked.clinic())
                        && status.domain().equals(asked.domain())
                        && !status.from().isAfter(copy.begun()))
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

    /** During an outage, and while this gateway hung, nothing new could be known. */
    private Instant oldestNews(Received copy) {
        Instant since = copy.begun().minus(NEWS);
        for (Outage outage : outages(copy.gateway())) {
            if (!outage.from().isAfter(copy.begun())
                    && outage.to().isAfter(since)
                    && outage.from().minus(NEWS).isBefore(since)) {
                since = outage.from().minus(NEWS);
            }
        }
        return since;
    }

    private List<Outage> outages(String gateway) {
        return Stream.concat(
                        history.outages().stream(),
                        history.hurts().stream()
                                .filter(hurt -> hurt.gateway().equals(gateway))
                                .map(hurt -> new Outage(hurt.from(), hurt.to())))
                .sorted(Comparator.comparing(Outage::from).reversed())
                .toList();
    }
}
