package net.bpsolutions.sending.verifier.verdict;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.lookup.Disagreement;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one expected record, ready to be judged.
 *
 * @param expected the record
 * @param found what is there; cut to a bounded length when it is reported
 * @param ttl of what was found, in seconds; null when nothing was, or when the client cannot tell
 */
public record Verdict(
        ExpectedRecord expected,
        List<String> found,
        @Nullable Long ttl) {

    private static final int MOST_FOUND = 20;

    /** Nothing found. */
    public static Verdict nothing(ExpectedRecord expected) {
        return new Verdict(expected, List.of(), null);
    }

    /** As expected, perhaps with remarks. */
    public RecordCheck ok(List<Finding> remarks) {
        return of(RecordState.OK, remarks);
    }

    /** Nothing there that could be it. */
    public RecordCheck missing(Finding finding) {
        return of(RecordState.MISSING, List.of(finding));
    }

    /** Something else is there. */
    public RecordCheck wrong(Finding finding) {
        return of(RecordState.WRONG, List.of(finding));
    }

    /** Several records, or data that must not stand together. */
    public RecordCheck conflict(Finding finding) {
        return of(RecordState.CONFLICT, List.of(finding));
    }

    /** Could not be determined. */
    public RecordCheck unknown(Lookup.Unavailable unavailable) {
        return of(RecordState.UNKNOWN, List.of(remark(unavailable)));
    }

    /** Any state. What is graver comes first; among equals the order is as given. */
    public RecordCheck of(RecordState state, List<Finding> findings) {
        List<String> bounded =
                found.stream().limit(MOST_FOUND).map(Findings::cut).toList();
        return new RecordCheck(
                expected.purpose(),
                expected.name(),
                state,
                bounded,
                bounded.isEmpty() ? null : ttl,
                Findings.inOrder(findings));
    }

    /** The reason as a finding, with the servers concerned, and what they say when they do not agree. */
    public static Finding remark(Lookup.Unavailable unavailable) {
        return Findings.warning(unavailable.reason().code(), args(unavailable));
    }

    private static Map<String, String> args(Lookup.Unavailable unavailable) {
        String detail = unavailable.detail();
        if (detail.isEmpty()) {
            return Map.of();
        }
        return unavailable.reason() == Reason.NAMESERVERS_DISAGREE
                ? Map.of("servers", Disagreement.servers(detail), "answers", detail)
                : Map.of("servers", detail);
    }
}
