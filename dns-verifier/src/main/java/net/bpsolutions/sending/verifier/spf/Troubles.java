package net.bpsolutions.sending.verifier.spf;

import static java.util.stream.Collectors.joining;
import static net.bpsolutions.sending.events.FindingCode.INCLUDE_BROKEN;
import static net.bpsolutions.sending.events.FindingCode.LOOP;
import static net.bpsolutions.sending.events.FindingCode.MACRO;
import static net.bpsolutions.sending.events.FindingCode.MISSING;
import static net.bpsolutions.sending.events.FindingCode.MULTIPLE_RECORDS;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;
import static net.bpsolutions.sending.events.FindingCode.TOO_MANY_LOOKUPS;
import static net.bpsolutions.sending.events.FindingCode.TOO_MANY_VOID_LOOKUPS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.verifier.spf.Evaluation.Trouble;
import net.bpsolutions.sending.verifier.verdict.Findings;

/** What an evaluation showed, as findings. */
final class Troubles {

    /** Of a kind, told at once. */
    private static final int MOST = 5;

    private static final int MOST_TERMS = 40;

    private Troubles() {}

    /** For each of these receivers treat the policy as broken. */
    static List<Finding> failures(SpfRecord record, Evaluation evaluation, Optional<SpfRecord> suggestion) {
        List<Finding> failures = new ArrayList<>();
        evaluation.loops().stream()
                .limit(MOST)
                .map(loop -> Findings.warning(LOOP, at(loop, path(loop.path()))))
                .forEach(failures::add);
        evaluation.broken().stream().limit(MOST).map(Troubles::broken).forEach(failures::add);
        failures.addAll(tooManyLookups(record, evaluation, suggestion));
        evaluation.crowded().stream()
                .limit(MOST)
                .map(crowded -> Findings.warning(TOO_MANY_LOOKUPS, crowded(crowded)))
                .forEach(failures::add);
        if (evaluation.voids().size() > Evaluation.MOST_VOIDS) {
            failures.add(Findings.warning(
                    TOO_MANY_VOID_LOOKUPS,
                    Map.of(
                            "found", evaluation.voids().stream().distinct().collect(joining(", ")),
                            "voids", String.valueOf(evaluation.voids().size()),
                            "limit", String.valueOf(Evaluation.MOST_VOIDS))));
        }
        return failures;
    }

    /** In all; the exchanges of an {@code mx} term have a limit of their own. */
    static List<Finding> tooManyLookups(SpfRecord record, Evaluation evaluation, Optional<SpfRecord> suggestion) {
        if (evaluation.lookups() <= Evaluation.MOST_LOOKUPS) {
            return List.of();
        }
        String costs = evaluation.costs().entrySet().stream()
                .limit(MOST_TERMS)
                .map(entry -> entry.getKey().text() + " " + entry.getValue())
                .collect(joining(", "));
        Map<String, String> args = Map.of(
                "found", record.text(),
                "lookups", String.valueOf(evaluation.lookups()),
                "limit", String.valueOf(Evaluation.MOST_LOOKUPS),
                "costs", costs);
        return List.of(suggesting(TOO_MANY_LOOKUPS, args, suggestion));
    }

    /** Worth knowing; receivers go on. */
    static List<Finding> remarks(Evaluation evaluation) {
        List<Finding> remarks = new ArrayList<>();
        for (Trouble trouble : evaluation.unseen().stream().limit(MOST).toList()) {
            if (trouble.policy() instanceof Policy.Unseen(var why)) {
                remarks.add(Findings.info(
                        why.reason().code(), at(trouble, trouble.path().getLast())));
            }
        }
        if (!evaluation.macros().isEmpty()) {
            Trouble first = evaluation.macros().getFirst();
            String terms = evaluation.macros().stream()
                    .limit(MOST_TERMS)
                    .map(trouble -> trouble.term().text())
                    .distinct()
                    .collect(joining(", "));
            remarks.add(Findings.info(MACRO, at(first, terms)));
        }
        return remarks;
    }

    /** A finding that its suggestion, if there is one, puts an end to. */
    static Finding suggesting(FindingCode code, Map<String, String> args, Optional<SpfRecord> suggestion) {
        Map<String, String> more = new HashMap<>(args);
        suggestion.ifPresent(record -> more.put("suggested", record.text()));
        return Findings.warning(code, more);
    }

    static String path(List<String> domains) {
        return String.join(" → ", domains);
    }

    private static Finding broken(Trouble trouble) {
        Map<String, String> args = new HashMap<>(at(trouble, trouble.path().getLast()));
        switch (trouble.policy()) {
            case Policy.One(var record) -> {
                args.put("reason", SYNTAX.name());
                record.faults().stream().findFirst().ifPresent(fault -> args.put("fault", fault.text()));
            }
            case Policy.Several _ -> args.put("reason", MULTIPLE_RECORDS.name());
            case Policy.None _, Policy.Unseen _, Policy.Skipped _ -> args.put("reason", MISSING.name());
        }
        return Findings.warning(INCLUDE_BROKEN, args);
    }

    private static Map<String, String> crowded(Trouble trouble) {
        Map<String, String> args = new HashMap<>(at(trouble, trouble.term().text()));
        args.put("limit", String.valueOf(Evaluation.MOST_EXCHANGES));
        return args;
    }

    private static Map<String, String> at(Trouble trouble, String found) {
        return Map.of(
                "found", found,
                "term", trouble.root().text(),
                "position", String.valueOf(trouble.root().position()));
    }
}
