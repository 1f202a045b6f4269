package net.bpsolutions.sending.registry.precondition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.problem.InvalidRequestException;

/** The value of {@code If-Match} or {@code If-None-Match} (RFC 9110 §13.1): tags, or {@code *} for any. */
record TagList(boolean any, List<String> strong, List<String> weak) {

    private static final Pattern TAG = Pattern.compile("\\s*(?:(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"))?\\s*(,|$)");

    TagList {
        strong = List.copyOf(strong);
        weak = List.copyOf(weak);
    }

    /** Reads a header; empty when it is not of that form. */
    static Optional<TagList> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new TagList(true, List.of(), List.of()));
        }
        List<String> strong = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find(end) && matcher.start() == end) {
            if (matcher.group(2) != null) {
                (matcher.group(1) == null ? strong : weak).add(matcher.group(2));
            }
            end = matcher.end();
        }
        return end == header.length() && !(strong.isEmpty() && weak.isEmpty())
                ? Optional.of(new TagList(false, strong, weak))
                : Optional.empty();
    }

    /** Reads a header that must be of that form. */
    static TagList require(String name, String header) {
        return parse(header)
                .orElseThrow(() -> new InvalidRequestException(name, "must be entity tags in double quotes, or *"));
    }

    /** Strong comparison (RFC 9110 §8.8.3.2). */
    boolean matchesStrongly(String tag) {
        return any || strong.contains(tag);
    }

    /** Weak comparison. */
    boolean matchesWeakly(String tag) {
        return any || strong.contains(tag) || weak.contains(tag);
    }
}
