package net.bpsolutions.sending.verifier.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag=value list (RFC 6376 §3.2; DMARC uses it too). What cannot be read is kept as a fault, with its position.
 *
 * @param tags in the order written, names in lower case; of a repeated tag the first only
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

    private static final Pattern TAG =
            Pattern.compile("\\s*(?<name>[A-Za-z][A-Za-z0-9_]*)\\s*=\\s*(?<value>.*?)\\s*", Pattern.DOTALL);

    /** Reads {@code text}; never fails. */
    public static TagList parse(String text) {
        List<Tag> tags = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(';', start) < 0 ? text.length() : text.indexOf(';', start);
            read(text.substring(start, end), start, tags, faults);
            start = end + 1;
        }
        return new TagList(List.copyOf(tags), List.copyOf(faults));
    }

    private static void read(String segment, int offset, List<Tag> tags, List<Fault> faults) {
        if (segment.isBlank()) {
            return;
        }
        int position = offset + 1 + segment.length() - segment.stripLeading().length();
        Matcher tag = TAG.matcher(segment);
        if (!tag.matches()) {
            faults.add(new Fault(position, segment.strip()));
            return;
        }
        String name = tag.group("name").toLowerCase(Locale.ROOT);
        if (tags.stream().anyMatch(known -> known.name().equals(name))) {
            faults.add(new Fault(position, segment.strip()));
            return;
        }
        tags.add(new Tag(name, tag.group("value"), offset + 1 + tag.start("value")));
    }

    /** The tag of that name, in lower case. */
    public Optional<Tag> tag(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** Its value. */
    public Optional<String> value(String name) {
        return tag(name).map(Tag::value);
    }
}
