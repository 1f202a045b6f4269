package net.bpsolutions.sending.verifier.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.verdict.JsonText;

/**
 * Keeps an event below 512 KB, half of what a broker takes, whatever a hostile zone says. Where there is too much, the
 * longest texts are cut; the short ones, which are most, stay as they are.
 */
final class EventSize {

    private static final int MOST_NAMESERVERS = 20;
    private static final int MOST_FINDINGS = 30;

    /** For the texts of all records together, in bytes; the fewer they are, the more each may have. */
    private static final int TEXTS = 320 * 1024;

    private static final int FOUND = 16 * 1024;
    private static final int ARGS = 32 * 1024;
    private static final int SHORTEST = 16;

    private EventSize() {}

    /** In the order of the alphabet, the first of them when there are many. */
    static List<String> nameservers(List<String> names) {
        return names.stream().distinct().sorted().limit(MOST_NAMESERVERS).toList();
    }

    /** All of them, each with as much as there is room for. */
    static List<RecordCheck> records(List<RecordCheck> checks) {
        int share = TEXTS / Math.max(1, checks.size());
        return checks.stream().map(check -> fitted(check, share)).toList();
    }

    private static RecordCheck fitted(RecordCheck check, int share) {
        return new RecordCheck(
                check.purpose(),
                check.name(),
                check.state(),
                found(check.found(), Math.min(FOUND, share / 3)),
                check.ttl(),
                findings(check.findings(), Math.min(ARGS, share / 3 * 2)));
    }

    private static List<String> found(List<String> found, int room) {
        int longest = longest(found, room);
        return found.stream().map(text -> JsonText.cut(text, longest)).toList();
    }

    private static List<Finding> findings(List<Finding> all, int room) {
        List<Finding> gravest = all.stream().limit(MOST_FINDINGS).toList();
        int longest = longest(
                gravest.stream()
                        .flatMap(finding -> finding.args().values().stream())
                        .toList(),
                room);
        return gravest.stream().map(finding -> cut(finding, longest)).toList();
    }

    private static Finding cut(Finding finding, int longest) {
        Map<String, String> args = new HashMap<>(finding.args());
        args.replaceAll((name, text) -> JsonText.cut(text, longest));
        return new Finding(finding.code(), finding.severity(), args);
    }

    /** How long each may be, in bytes, so that all of them find room. */
    private static int longest(List<String> texts, int room) {
        int[] sizes = texts.stream().mapToInt(JsonText::bytes).toArray();
        int longest = room;
        while (longest > SHORTEST && together(sizes, longest) > room) {
            longest /= 2;
        }
        return longest;
    }

    private static long together(int[] sizes, int longest) {
        long together = 0;
        for (int size : sizes) {
            together += Math.min(size, longest);
        }
        return together;
    }
}
