package net.bpsolutions.sending.registry.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import org.jspecify.annotations.Nullable;

/** A check as it is kept. */
record Look(
        Instant at,
        List<RecordCheck> verdicts,
        List<String> nameservers,
        @Nullable String dnsHost,
        boolean moved) {

    /** What it found, in figures. */
    String summary(List<Answer> answers) {
        long good = answers.stream()
                .filter(answer -> answer.entry().state() == RecordState.OK)
                .count();
        return "Checked: " + good + " of " + answers.size() + " records in place";
    }

    /** Which states are other than in the check before. */
    String changes(List<Answer> answers, Optional<Look> before) {
        if (before.isEmpty()) {
            return "The first check that is kept.";
        }
        Map<String, RecordState> known = before.get().verdicts.stream()
                .collect(Collectors.toMap(RecordCheck::name, RecordCheck::state, (first, _) -> first));
        String changed = answers.stream()
                .map(Answer::entry)
                .filter(entry -> known.containsKey(entry.name()) && known.get(entry.name()) != entry.state())
                .map(entry -> entry.name() + ": " + known.get(entry.name()) + " → " + entry.state())
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "As in the check before." : changed;
    }
}
