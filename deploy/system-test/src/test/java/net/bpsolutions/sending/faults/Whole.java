package net.bpsolutions.sending.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.bpsolutions.sending.faults.History.Asked;
import net.bpsolutions.sending.faults.History.Cancelled;
import net.bpsolutions.sending.faults.History.Hurt;
import net.bpsolutions.sending.faults.History.Outage;
import net.bpsolutions.sending.faults.History.Outcome;
import net.bpsolutions.sending.faults.History.Received;
import net.bpsolutions.sending.faults.History.Row;
import net.bpsolutions.sending.faults.History.Status;
import net.bpsolutions.sending.faults.History.Stop;
import net.bpsolutions.sending.faults.Violation.Kind;
import org.jspecify.annotations.Nullable;

/** A history in which one reminder of a verified clinic arrived and nothing is wrong; tests break it. */
final class Whole {

    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final String JANE = "jane@clinic.example";

    final List<Asked> asked = new ArrayList<>();
    final List<Cancelled> cancelled = new ArrayList<>();
    final List<Status> statuses = new ArrayList<>();
    final List<Outage> outages = new ArrayList<>();
    final List<Received> received = new ArrayList<>();
    final Map<String, String> refused = new HashMap<>();
    final List<Hurt> hurts = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Row> ledger = new ArrayList<>();
    final List<Stop> stops = new ArrayList<>();
    long unread;

    Whole() {
        statuses.add(status("c", true, 600));
        asked.add(asked(null, false));
        received.add(copy(JANE, "", "250", NOON.plusSeconds(1)));
        outcomes.add(end("e", "ACCEPTED", ""));
        ledger.add(new Row("c", "r", "ACCEPTED", 0, "<1@x>"));
    }

    Set<Kind> kinds() {
        History history = new History(
                asked, cancelled, statuses, outages, hurts, received, refused, outcomes, ledger, stops, unread);
        return Checker.check(history).stream().map(Violation::kind).collect(Collectors.toSet());
    }

    static Status status(String clinic, boolean usable, int secondsBeforeNoon) {
        Instant at = NOON.minusSeconds(secondsBeforeNoon);
        return new Status(clinic, "clinic.example", usable, at, at);
    }

    static Asked asked(@Nullable Instant sendAt, boolean clash) {
        return new Asked("c", "r", JANE, "pat@example.org", sendAt, NOON.plusSeconds(600), clash);
    }

    static Received copy(String from, String replyTo, String reply, Instant at) {
        return received("pat@example.org", "<1@x>", from, replyTo, reply, at);
    }

    static Received received(
            String recipient, String messageId, String from, String replyTo, String reply, Instant at) {
        return new Received("one", recipient, messageId, from, replyTo, "r", reply, !reply.isEmpty(), at, at);
    }

    static Outcome end(String event, String outcome, String reason) {
        return new Outcome(event, "c", "r", outcome, "NATIVE", reason, "<1@x>", NOON.plusSeconds(2));
    }
}
