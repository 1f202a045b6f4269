package net.bpsolutions.sending.verifier.dkim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tag=value list (RFC 6376 §3.2; DMARC uses it too). What cannot be read is kept as a fault, with its position.
 *
 * @param tags in the order written; of a repeated tag the first only
 * @param faults what is not a tag, or repeats one
 */
public record TagList(List<Tag> tags, List<Fault> faults) {

    /**
     * One tag.
     *
     * @param position of the first character of the value, counted from 1
     */
    public record Tag(String name, String value, int position) {}

    /**
     * A piece of text that is not a tag.
     *
     * @param position of the first character at fault, counted from 1
     */
    public record Fault(int position, String found) {}

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** Reads {@code text}, names in whatever case, and gives them in lower case; never fails. */
    public static TagList parse(String text) {
        return new Reader(text, false).read();
    }

    /** Reads {@code text}, where {@code P} is not {@code p} (RFC 6376 §3.2); never fails. */
    static TagList caseSensitive(String text) {
        return new Reader(text, true).read();
    }

    /** The tag of that name. */
    public Optional<Tag> tag(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** Its value. */
    public Optional<String> value(String name) {
        return tag(name).map(Tag::value);
    }

    /** Folding whitespace (RFC 6376 §2.8), a bare line feed included: zone editors leave those behind. */
    static boolean isSpace(char each) {
        return each == ' ' || each == '\t' || each == '\r' || each == '\n';
    }

    /** Takes time in proportion to the length of the text. */
    private static final class Reader {

        private final String text;
        private final boolean caseSensitive;
        private final List<Tag> tags = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Reader(String text, boolean caseSensitive) {
            this.text = text;
            this.caseSensitive = caseSensitive;
        }

        TagList read() {
            int start = 0;
            while (start <= text.length()) {
                int semicolon = text.indexOf(';', start);
                int end = semicolon < 0 ? text.length() : semicolon;
                segment(afterSpace(start, end), end);
                start = end + 1;
            }
            return new TagList(List.copyOf(tags), List.copyOf(faults));
        }

        private void segment(int start, int limit) {
            int end = beforeSpace(start, limit);
            if (start == end) {
                return;
            }
            int equals = text.indexOf('=', start, end);
            String name = equals < 0 ? "" : text.substring(start, beforeSpace(start, equals));
            String known = caseSensitive ? name : name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || !names.add(known)) {
                faults.add(new Fault(start + 1, text.substring(start, end)));
                return;
            }
            int value = afterSpace(equals + 1, end);
            tags.add(new Tag(known, text.substring(value, end), value + 1));
        }

        private int afterSpace(int start, int end) {
            int at = start;
            while (at < end && isSpace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private int beforeSpace(int start, int end) {
            int at = end;
            while (at > start && isSpace(text.charAt(at - 1))) {
                at--;
            }
            return at;
        }
    }
}
