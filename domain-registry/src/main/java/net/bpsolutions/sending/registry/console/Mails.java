package net.bpsolutions.sending.registry.console;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.registry.delivery.Deliveries;

/** What became of a domain's mails, as the page shows it. */
@TemplateData
public record Mails(Deliveries deliveries) {

    static final int DAYS = 30;

    private static final int WEEK = 7;

    /** What became of a mail at the end, what came of it later, and what is only a try. */
    private static final List<Outcome> ORDER = List.of(
            Outcome.ACCEPTED, Outcome.BOUNCED, Outcome.REJECTED, Outcome.EXPIRED, Outcome.SUPPRESSED, Outcome.DEFERRED);

    /** An outcome, and how often it was. */
    @TemplateData
    public record Line(String tone, String outcome, String meaning, long week, long month) {}

    /** Outcomes in numbers; those that there were none of as well. */
    public List<Line> lines() {
        return ORDER.stream()
                .map(outcome -> new Line(
                        Said.tone(outcome),
                        outcome.name(),
                        Said.meaning(outcome),
                        deliveries.of(outcome, WEEK),
                        deliveries.of(outcome, DAYS)))
                .toList();
    }

    /** Whether there was any in those days. */
    public boolean any() {
        return Stream.of(Outcome.values()).anyMatch(outcome -> deliveries.of(outcome, DAYS) > 0);
    }

    /** How many of the clinic's name no domain. */
    public long untold() {
        return deliveries.untold();
    }

    /** Day by day. */
    public Chart chart() {
        return new Chart(
                ORDER.stream().map(Outcome::name).toList(),
                deliveries.days().stream()
                        .map(day -> new Chart.Day(
                                day.date(),
                                ORDER.stream()
                                        .map(outcome -> new Chart.Part(Said.tone(outcome), day.of(outcome)))
                                        .toList()))
                        .toList());
    }
}
