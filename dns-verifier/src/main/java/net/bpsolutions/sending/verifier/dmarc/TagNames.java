package net.bpsolutions.sending.verifier.dmarc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags there are (RFC 9989 §4.7, RFC 7489 §6.3), and what is written in place of them. */
final class TagNames {

    /** Removed by RFC 9989. */
    static final List<String> REMOVED = List.of("pct", "rf", "ri");

    /** Lists of addresses. */
    static final List<String> REPORTS = List.of("rua", "ruf");

    private static final List<String> KNOWN =
            List.of("v", "p", "sp", "np", "adkim", "aspf", "fo", "rua", "ruf", "psd", "t", "pct", "rf", "ri");
    private static final Map<String, String> ALIASES = Map.of("policy", "p", "subpolicy", "sp", "percent", "pct");
    private static final int SHORTEST_MISSPELT = 3;
    private static final Pattern RUN_ON = Pattern.compile(
            "(?<![\\s,])[\\s,]++(?=(?:" + String.join("|", KNOWN) + ")[ \\t]*+=)", Pattern.CASE_INSENSITIVE);

    private TagNames() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** The tag that an unknown name stands for: one letter is wrong, missing or too many, or two are swapped. */
    static Optional<String> meantBy(String name) {
        if (isKnown(name)) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALIASES.get(name))
                .or(() -> KNOWN.stream()
                        .filter(known -> known.length() >= SHORTEST_MISSPELT
                                && Math.abs(known.length() - name.length()) <= 1
                                && Spelling.distance(name, known) == 1)
                        .findFirst());
    }

    /** Where {@code value} runs on into the next tag for want of a semicolon, from 0. */
    static Optional<Integer> runOnAt(String value) {
        Matcher border = RUN_ON.matcher(value);
        return border.find() ? Optional.of(border.start()) : Optional.empty();
    }

    /** Cut wherever a semicolon is missing. */
    static String[] cut(String segment) {
        return RUN_ON.split(segment);
    }
}
