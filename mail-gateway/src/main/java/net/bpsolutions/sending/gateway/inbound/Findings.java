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
    private static final Pattern ID_FIELD = Pattern.compile(
            "^[>|\\s]{0,20}message-id:\\s{0,5}(<[^<>\\s]{1,500}>)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

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

    void quotedHeader(String text) {
        Matcher field = ID_FIELD.matcher(text);
        while (quoted.size() < MAX_IDS && field.find()) {
            quoted.add(field.group(1));
        }
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
