package net.bpsolutions.sending.gateway.inbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is collected while a mail is read, and never more of it than a decision can need. */
final class Findings {

    /** Octets, or characters, of all texts together. */
    static final int MAX_TEXT = 1 << 19;

    /** Message-IDs of any kind; a thread may be long, its end is enough. */
    static final int MAX_IDS = 50;

    private static final Pattern ID = Pattern.compile("<[^<>\\s@]{1,250}@[^<>\\s@]{1,250}>");
    private static final String ID_FIELD = "message-id:";
    private static final Pattern ID_VALUE = Pattern.compile("\\s{0,5}(<[^<>\\s]{1,500}>)");
    private static final String QUOTE_MARKS = "> |\t";
    private static final int MAX_QUOTE_MARKS = 20;

    private final List<String> texts = new ArrayList<>();
    private final Set<String> quoted = new LinkedHashSet<>();
    private @Nullable String status;
    private @Nullable String feedback;
    private boolean tnef;
    private int room = MAX_TEXT;

    /** The Message-IDs in a field. */
    static List<String> ids(String field) {
        return ID.matcher(field)
                .results()
                .map(match -> match.group())
                .limit(MAX_IDS)
                .toList();
    }

    void text(String text) {
        String within = text.substring(0, Math.min(text.length(), room));
        room -= within.length();
        texts.add(within);
        quotedHeader(within);
    }

    /** By lines: a pattern that may begin anywhere is tried at every character. */
    void quotedHeader(String text) {
        Matcher value = ID_VALUE.matcher(text);
        for (int end = -1; end < text.length() && quoted.size() < MAX_IDS; end = lineEnd(text, end + 1)) {
            int start = afterQuoteMarks(text, end + 1);
            if (text.regionMatches(true, start, ID_FIELD, 0, ID_FIELD.length())
                    && value.region(start + ID_FIELD.length(), text.length()).lookingAt()) {
                quoted.add(value.group(1));
            }
        }
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static int afterQuoteMarks(String text, int start) {
        int at = start;
        while (at < text.length() && at < start + MAX_QUOTE_MARKS && QUOTE_MARKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    void quotedId(String value) {
        if (quoted.size() < MAX_IDS) {
            quoted.addAll(ids(value));
        }
    }

    void status(String fields) {
        status = fields;
    }

    void feedback(String fields) {
        feedback = fields;
    }

    void tnef() {
        tnef = true;
    }

    List<String> texts() {
        return texts;
    }

    Trace trace(TopHeader header, boolean nullSender) {
        return new Trace(
                header.authorName(),
                header.references(),
                List.copyOf(quoted),
                status,
                feedback,
                header.hops(),
                tnef,
                nullSender ? null : header.resender());
    }
}
