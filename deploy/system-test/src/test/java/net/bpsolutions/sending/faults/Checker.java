package net.bpsolutions.sending.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bpsolutions.sending.faults.History.Asked;
import net.bpsolutions.sending.faults.History.Outcome;
import net.bpsolutions.sending.faults.History.Received;
import net.bpsolutions.sending.faults.History.Row;
import net.bpsolutions.sending.faults.Violation.Kind;
import org.jspecify.annotations.Nullable;

/** Judges a history: never lost, never doubled, always under the right name. Pure. */
final class Checker {

    /** Clocks of this machine agree; a line may be on its way that long. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    /** How long a cancellation may lie unread: longer than any outage of a run. */
    private static final Duration READING = Duration.ofSeconds(90);

    /** From the end of a mail until its reply is in the ledger, with the database away for a while. */
    private static final Duration BOOKING = Duration.ofSeconds(20);

    /** A lease counts from before it was asked for: so much earlier may a mail be given up as the database took to answer. */
    private static final Duration ASKING = Duration.ofSeconds(10);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final History history;
    private final Names names;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, List<Received>> copies;
    private final Map<String, List<Outcome>> told;
    private final Map<String, Row> rows;

    private Checker(History history) {
        this.history = history;
        this.names = new Names(history);
        this.copies = history.received().stream().collect(Collectors.groupingBy(Received::requestId));
        this.told = history.outcomes().stream().collect(Collectors.groupingBy(Outcome::id));
        this.rows = history.ledger().stream().collect(Collectors.toMap(Row::id, row -> row, (one, two) -> one));
    }

    static List<Violation> check(History history) {
        return new Checker(history).checked();
    }

    private List<Violation> checked() {
        history.asked().forEach(this::judge);
        judgeStrangers();
        judgeMessageIds();
        for (History.Stop stop : history.stops()) {
            unless(stop.took().compareTo(LONGEST_STOP) <= 0, Kind.SLOW_STOP, stop.service() + " " + stop.took());
        }
        unless(history.unread() == 0, Kind.LOST, history.unread() + " records of send-requests were not read");
        return violations;
    }

    private void judge(Asked asked) {
        List<Received> arrived = copies.getOrDefault(asked.id(), List.of());
        @Nullable Outcome end = end(asked);
        @Nullable Row row = rows.get(asked.id());
        if (end == null || row == null) {
            unless(false, Kind.LOST, asked.id() + " has no end");
            return;
        }
        unless(row.state().equals(end.outcome()), Kind.CONTRADICTION, asked.id() + " " + row.state() + "/" + end);
        long taken = arrived.stream().filter(Received::accepted).count();
        boolean accepted = end.outcome().equals("ACCEPTED");
        unless(!accepted || taken > 0, Kind.LOST, asked.id() + " is ACCEPTED and did not arrive");
        unless(!asked.clash() || clashTold(asked), Kind.LOST, asked.id() + " was asked for twice, and nobody said so");
        unless(founded(asked, arrived, end), Kind.UNFOUNDED, asked.id() + " " + end);
        int explained = row.unseen() + (accepted ? 1 : 0);
        unless(
                taken + unanswered(arrived) <= explained,
                Kind.DOUBLED,
                asked.id() + " came " + arrived.size() + " times, " + explained + " explained: " + arrived);
        judgeRepetitions(arrived);
        for (Received copy : arrived) {
            judge(asked, copy, end);
        }
    }

    private static long unanswered(List<Received> arrived) {
        return arrived.stream().filter(copy -> copy.reply().isEmpty()).count();
    }

    /** Whatever the ledger says: after a copy whose reply was heard there is no other. */
    private void judgeRepetitions(List<Received> arrived) {
        List<Received> copies =
                arrived.stream().sorted(Comparator.comparing(Received::at)).toList();
        for (int i = 1; i < copies.size(); i++) {
            Received before = copies.get(i - 1);
            unless(
                    !before.accepted() || !before.answered() || mayHaveMissed(before),
                    Kind.DOUBLED,
                    copies.get(i) + " though " + before + " was answered");
        }
    }

    /** Its gateway died or hung before it can have booked the reply. */
    private boolean mayHaveMissed(Received copy) {
        return history.hurts().stream()
                .anyMatch(hurt -> hurt.gateway().equals(copy.gateway())
                        && hurt.from().isBefore(copy.at().plus(BOOKING))
                        && hurt.to().isAfter(copy.at()));
    }

    private boolean clashTold(Asked asked) {
        return told.getOrDefault(asked.id(), List.of()).stream()
                .anyMatch(outcome -> outcome.reason().equals("duplicate-id"));
    }

    /** Nobody is written to twice here, so that nobody is suppressed. */
    private boolean founded(Asked asked, List<Received> arrived, Outcome end) {
        return switch (end.outcome()) {
            case "ACCEPTED" -> true;
            case "EXPIRED" -> !end.at().isBefore(asked.expiresAt().minus(ASKING));
            case "REJECTED" ->
                end.reason().equals("cancelled")
                        ? cancelled(asked).findAny().isPresent()
                        : history.refused().containsKey(asked.recipient())
                                || arrived.stream()
                                        .anyMatch(copy -> copy.reply().startsWith("5"));
            default -> false;
        };
    }

    private Stream<History.Cancelled> cancelled(Asked asked) {
        return history.cancelled().stream().filter(cancelled -> cancelled.id().equals(asked.id()));
    }

    private @Nullable Outcome end(Asked asked) {
        Map<String, Outcome> ends = told.getOrDefault(asked.id(), List.of()).stream()
                .filter(Outcome::ends)
                .collect(Collectors.toMap(Outcome::eventId, outcome -> outcome, (one, two) -> one));
        unless(ends.size() <= 1, Kind.DOUBLED, asked.id() + " has several ends: " + ends.values());
        return ends.values().stream().findFirst().orElse(null);
    }

    private void judge(Asked asked, Received copy, Outcome end) {
        unless(
                copy.recipient().equals(asked.recipient()),
                Kind.WRONG_RECIPIENT,
                asked.id() + " to " + copy.recipient());
        unless(names.right(asked, copy, fellBack(asked)), Kind.WRONG_NAME, asked + " went as " + copy);
        Instant at = copy.at();
        Instant sendAt = asked.sendAt();
        unless(sendAt == null || !at.isBefore(sendAt.minusMillis(100)), Kind.WRONG_TIME, asked.id() + " is early");
        unless(!at.isAfter(asked.expiresAt().plus(SLACK)), Kind.WRONG_TIME, asked.id() + " is late");
        unless(
                end.messageId().isEmpty() || copy.messageId().equals(end.messageId()),
                Kind.MESSAGE_ID,
                asked.id() + " " + copy.messageId() + " is not " + end.messageId());
        unless(!cancelledInTime(asked, at), Kind.WRONG_TIME, asked.id() + " was cancelled");
    }

    private boolean fellBack(Asked asked) {
        return told.getOrDefault(asked.id(), List.of()).stream()
                .anyMatch(outcome -> outcome.reason().equals("sender-not-authorised"));
    }

    /** Records of two topics are read independently: a cancellation must be known only a while after it was made. */
    private boolean cancelledInTime(Asked asked, Instant arrived) {
        return cancelled(asked)
                .anyMatch(cancelled -> cancelled.at().plus(READING).isBefore(arrived));
    }

    private void judgeStrangers() {
        Set<String> asked = history.asked().stream().map(Asked::id).collect(Collectors.toSet());
        copies.keySet().stream()
                .filter(id -> !asked.contains(id))
                .forEach(id -> unless(false, Kind.WRONG_RECIPIENT, "nobody asked for " + id));
    }

    private void judgeMessageIds() {
        Set<String> seen = new HashSet<>();
        copies.forEach((id, all) -> {
            Set<String> ids = all.stream().map(Received::messageId).collect(Collectors.toSet());
            unless(ids.size() == 1, Kind.MESSAGE_ID, id + " bears " + ids);
            ids.forEach(one -> unless(seen.add(one), Kind.MESSAGE_ID, one + " is on several mails"));
        });
    }

    private void unless(boolean holds, Kind kind, String what) {
        if (!holds) {
            violations.add(new Violation(kind, what));
        }
    }
}
