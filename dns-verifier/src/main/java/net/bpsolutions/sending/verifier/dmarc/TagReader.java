package net.bpsolutions.sending.verifier.dmarc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the tags of a record (RFC 9989 §4.8), each character once. What departs from the grammar is a fault, and the reading
 * goes on behind the next semicolon, as receivers do.
 */
final class TagReader {

    private final String text;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TagReader(String text) {
        this.text = text;
    }

    /** Never fails. */
    static PolicyRecord read(String text) {
        TagReader reader = new TagReader(text);
        int start = 0;
        while (start <= text.length()) {
            int semicolon = text.indexOf(';', start);
            int end = semicolon < 0 ? text.length() : semicolon;
            reader.segment(start, end);
            start = end + 1;
        }
        return new PolicyRecord(text, List.copyOf(reader.tags), List.copyOf(reader.faults));
    }

    private void segment(int start, int end) {
        int at = Characters.skipWsp(text, start, end);
        if (at == end) {
            if (end < text.length()) {
                fault(end, "");
            }
            return;
        }
        int nameEnd = Characters.nameEnd(text, at, end);
        String name = text.substring(at, nameEnd).toLowerCase(Locale.ROOT);
        int equals = Characters.skipWsp(text, nameEnd, end);
        if (name.isEmpty()) {
            fault(at, "");
        } else if (equals == end || text.charAt(equals) != '=') {
            fault(equals < end && !Characters.isLetterOrDigit(text.charAt(equals)) ? equals : nameEnd, name);
        } else if (seen.add(name)) {
            value(name, at, equals + 1, end);
        } else {
            fault(at, name);
        }
    }

    private void value(String name, int nameAt, int from, int segmentEnd) {
        int start = Characters.skipWsp(text, from, segmentEnd);
        int end = segmentEnd;
        while (end > start && Characters.isWsp(text.charAt(end - 1))) {
            end--;
        }
        for (int at = start; at < end; at++) {
            if (!Characters.isPrintable(text.charAt(at))) {
                fault(at, name);
                return;
            }
        }
        tags.add(new Tag(name, text.substring(start, end), nameAt + 1, (start == end ? from : start) + 1));
    }

    private void fault(int index, String tag) {
        faults.add(new Fault(index + 1, tag));
    }
}
