package net.bpsolutions.sending.registry.setup;

import io.quarkus.qute.TemplateData;

/**
 * What is there beside what should be there, cut where they part.
 *
 * @param before what both begin with
 * @param expected what only the expected value has
 * @param found what only the found value has
 * @param after what both end with
 */
@TemplateData
public record Difference(String before, String expected, String found, String after) {

    /** Cuts at whole characters. */
    static Difference of(String expected, String found) {
        int[] wanted = expected.codePoints().toArray();
        int[] there = found.codePoints().toArray();
        int shorter = Math.min(wanted.length, there.length);
        int start = 0;
        while (start < shorter && wanted[start] == there[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && wanted[wanted.length - 1 - end] == there[there.length - 1 - end]) {
            end++;
        }
        return new Difference(
                new String(wanted, 0, start),
                new String(wanted, start, wanted.length - start - end),
                new String(there, start, there.length - start - end),
                new String(there, there.length - end, end));
    }

    /** Whether there is one. */
    public boolean isAny() {
        return !expected.isEmpty() || !found.isEmpty();
    }
}
