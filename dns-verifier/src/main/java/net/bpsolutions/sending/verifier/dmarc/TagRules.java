package net.bpsolutions.sending.verifier.dmarc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the tags may say (RFC 9989 §4.7, §4.8). */
final class TagRules {

    private static final List<String> POLICIES = List.of("none", "quarantine", "reject");
    private static final Map<String, List<String>> WORDS = Map.of(
            "p", POLICIES,
            "sp", POLICIES,
            "np", POLICIES,
            "adkim", List.of("r", "s"),
            "aspf", List.of("r", "s"),
            "psd", List.of("y", "n", "u"),
            "t", List.of("y", "n"));
    private static final int LONGEST_OPTIONS = 16;
    private static final List<String> OPTIONS = List.of("0", "1", "d", "s");

    private TagRules() {}

    /** Where the value departs from what the tag may say. Addresses are not looked at, nor what has been removed. */
    static Optional<Fault> fault(Tag tag) {
        return departure(tag).map(offset -> new Fault(tag.valueAt() + offset, tag.name()));
    }

    /** Whether the value is one the tag may have, as far as that is looked at. */
    static boolean holds(Tag tag) {
        return departure(tag).isEmpty();
    }

    private static Optional<Integer> departure(Tag tag) {
        if (tag.value().isEmpty()) {
            return Optional.of(0);
        }
        List<String> words = WORDS.get(tag.name());
        if (words != null) {
            return departure(tag.value(), words);
        }
        Optional<Integer> runOn = TagNames.runOnAt(tag.value()).or(() -> quote(tag));
        return runOn.isEmpty() && tag.name().equals("fo") && !isOptions(tag.value()) ? Optional.of(0) : runOn;
    }

    /** The end of the word when one is there and something is behind it; else the beginning. */
    private static Optional<Integer> departure(String value, List<String> words) {
        String lower = value.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.equals(word)) {
                return Optional.empty();
            }
            if (lower.startsWith(word) && !Characters.isLetterOrDigit(lower.charAt(word.length()))) {
                return Optional.of(word.length());
            }
        }
        return Optional.of(0);
    }

    /** A list with the quotation marks that belonged round the whole record. */
    private static Optional<Integer> quote(Tag tag) {
        String value = tag.value();
        if (!TagNames.isKnown(tag.name())) {
            return Optional.empty();
        }
        if (Characters.isQuoteAt(value, 0)) {
            return Optional.of(0);
        }
        int last = value.length() - 1;
        int from = last > 0 && value.charAt(last - 1) == '\\' ? last - 1 : last;
        return Characters.isQuote(value.charAt(last)) ? Optional.of(from) : Optional.empty();
    }

    /** Each option once, and not both 0 and 1 (RFC 9989 §4.7). */
    private static boolean isOptions(String value) {
        List<String> options = value.length() > LONGEST_OPTIONS
                ? List.of()
                : Arrays.stream(value.toLowerCase(Locale.ROOT).split(":", -1))
                        .map(String::strip)
                        .toList();
        return !options.isEmpty()
                && OPTIONS.containsAll(options)
                && options.stream().distinct().count() == options.size()
                && !options.containsAll(List.of("0", "1"));
    }
}
