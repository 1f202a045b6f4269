package net.bpsolutions.sending.verifier.verdict;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Severity;

/** Short words for findings. */
public final class Findings {

    /** Longer arguments are cut, so that a hostile zone cannot swell an event; in characters. */
    static final int LONGEST = 2048;

    private Findings() {}

    /** It keeps the record from being OK. */
    public static Finding error(FindingCode code, Map<String, String> args) {
        return finding(code, Severity.ERROR, args);
    }

    /** It works, but is fragile or discouraged. */
    public static Finding warning(FindingCode code, Map<String, String> args) {
        return finding(code, Severity.WARNING, args);
    }

    /** It is worth knowing. */
    public static Finding info(FindingCode code, Map<String, String> args) {
        return finding(code, Severity.INFO, args);
    }

    /** What is graver comes first; among equals the order is as given. */
    public static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, JsonText.whole(text, LONGEST - 1)) + "…";
    }

    private static Finding finding(FindingCode code, Severity severity, Map<String, String> args) {
        Map<String, String> bounded = new HashMap<>(args);
        bounded.replaceAll((name, value) -> cut(value));
        return new Finding(code.name(), severity, bounded);
    }
}
