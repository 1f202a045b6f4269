package net.bpsolutions.sending.verifier.command;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;

/**
 * What to make of one domain.
 *
 * @param verdict on what is required
 * @param sentence says how many records are right, and which comes first
 */
record Summary(Verdict verdict, String sentence) {

    /** As the exit status sees it. */
    enum Verdict {
        GOOD,
        WRONG,
        UNKNOWN
    }

    /** {@code checks} are of {@code expected}, in the same order. */
    static Summary of(List<ExpectedRecord> expected, List<RecordCheck> checks) {
        long right = count(checks, RecordState.OK);
        long unknown = count(checks, RecordState.UNKNOWN);
        String counts = right == checks.size()
                ? "All " + right + " as expected"
                : right + " of " + checks.size() + " as expected";
        List<RecordCheck> required = required(expected, checks);
        Stream<RecordCheck> wrong = required.stream()
                .filter(check -> check.state() != RecordState.OK && check.state() != RecordState.UNKNOWN);
        return wrong.findFirst()
                .map(first ->
                        new Summary(Verdict.WRONG, counts + unseen(unknown) + "; fix " + subject(first) + " first."))
                .orElseGet(() -> count(required, RecordState.UNKNOWN) > 0
                        ? new Summary(
                                Verdict.UNKNOWN,
                                counts + unseen(unknown) + "; try again later"
                                        + (unknown == checks.size() ? ", or ask another resolver with --server." : "."))
                        : new Summary(Verdict.GOOD, counts + advice(right, unknown, checks.size())));
    }

    private static String advice(long right, long unknown, int all) {
        return right == all ? "." : unseen(unknown) + ". What is required is there; the rest is advice.";
    }

    private static String unseen(long unknown) {
        return unknown == 0 ? "" : ", " + unknown + " could not be checked";
    }

    private static String subject(RecordCheck check) {
        boolean noDomain = check.findings().stream()
                .anyMatch(finding ->
                        finding.code().equals("NXDOMAIN") || finding.code().equals("PARKED"));
        return noDomain ? "the domain itself" : check.purpose().name();
    }

    private static List<RecordCheck> required(List<ExpectedRecord> expected, List<RecordCheck> checks) {
        return IntStream.range(0, expected.size())
                .filter(index -> expected.get(index).required())
                .mapToObj(checks::get)
                .toList();
    }

    private static long count(List<RecordCheck> checks, RecordState state) {
        return checks.stream().filter(check -> check.state() == state).count();
    }
}
