package net.bpsolutions.sending.verifier.command;

import java.util.EnumMap;
import java.util.Map;

/** Counts domains. */
final class Totals {

    private final Map<Summary.Verdict, Integer> counts = new EnumMap<>(Summary.Verdict.class);

    void count(Summary summary) {
        counts.merge(summary.verdict(), 1, Integer::sum);
    }

    /** A last line where there are several domains. */
    String sentence() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all < 2
                ? ""
                : all + " domains: " + of(Summary.Verdict.GOOD) + " as expected, " + of(Summary.Verdict.WRONG)
                        + " to be fixed, " + of(Summary.Verdict.UNKNOWN) + " could not be checked.\n";
    }

    private int of(Summary.Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }
}
