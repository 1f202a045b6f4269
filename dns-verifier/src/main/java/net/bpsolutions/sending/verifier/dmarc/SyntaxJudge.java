package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.DEPRECATED_TAG;
import static net.bpsolutions.sending.events.FindingCode.POLICY_INVALID;
import static net.bpsolutions.sending.events.FindingCode.POLICY_MISSING;
import static net.bpsolutions.sending.events.FindingCode.STRICT_ALIGNMENT;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;
import static net.bpsolutions.sending.events.FindingCode.TESTING_MODE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.dkim.TagList;
import net.bpsolutions.sending.verifier.verdict.Findings;
import net.bpsolutions.sending.verifier.verdict.Verdict;

/**
 * Judges the one record that a domain has. Receivers drop what they cannot read and go on, so that a fault is an error
 * only when the policy is lost by it.
 */
final class SyntaxJudge {

    /** Removed by RFC 9989 §C. */
    private static final List<String> DEPRECATED = List.of("pct", "rf", "ri");

    private SyntaxJudge() {}

    static RecordCheck judge(Verdict verdict, PolicyRecord record) {
        Optional<TagList.Fault> fault = record.tags().faults().stream().findFirst();
        Optional<String> policy = record.policy();
        if (policy.filter(PolicyRecord::isPolicy).isPresent() && !repeatsPolicy(record)) {
            return verdict.ok(remarks(record));
        }
        Optional<Integer> runsOn = record.policyRunsOnAt();
        if (runsOn.isPresent()) {
            return verdict.wrong(Findings.error(SYNTAX, at(runsOn.get(), record.text(), Optional.empty())));
        }
        return verdict.wrong(fault.map(at -> Findings.error(SYNTAX, at(at.position(), record.text(), Optional.empty())))
                .or(() -> policy.map(given -> invalid(given, record)))
                .orElseGet(() -> missing(record)));
    }

    private static boolean repeatsPolicy(PolicyRecord record) {
        return record.tags().faults().stream().anyMatch(fault -> fault.found().matches("(?i)p\\s*=.*"));
    }

    private static Finding missing(PolicyRecord record) {
        return Findings.error(POLICY_MISSING, Map.of("found", record.text(), "suggested", record.withPolicyNone()));
    }

    private static Finding invalid(String policy, PolicyRecord record) {
        int position = record.tags().tag("p").map(TagList.Tag::position).orElse(1);
        return Findings.error(
                POLICY_INVALID, Map.of("found", record.text(), "policy", policy, "position", String.valueOf(position)));
    }

    private static List<Finding> remarks(PolicyRecord record) {
        List<Finding> remarks = new ArrayList<>();
        record.tags().faults().stream()
                .map(fault -> Findings.warning(SYNTAX, at(fault.position(), record.text(), Optional.of(fault.found()))))
                .forEach(remarks::add);
        DEPRECATED.stream()
                .filter(name -> record.tags().tag(name).isPresent())
                .map(name -> Findings.warning(DEPRECATED_TAG, Map.of("tag", name)))
                .forEach(remarks::add);
        if (is(record, "t", "y")) {
            remarks.add(Findings.info(TESTING_MODE, Map.of()));
        }
        if (is(record, "adkim", "s") || is(record, "aspf", "s")) {
            remarks.add(Findings.info(STRICT_ALIGNMENT, Map.of()));
        }
        return remarks;
    }

    private static boolean is(PolicyRecord record, String tag, String value) {
        return record.tags().value(tag).filter(value::equalsIgnoreCase).isPresent();
    }

    private static Map<String, String> at(int position, String found, Optional<String> fault) {
        Map<String, String> args = new HashMap<>(Map.of("found", found, "position", String.valueOf(position)));
        fault.ifPresent(text -> args.put("fault", text));
        return args;
    }
}
