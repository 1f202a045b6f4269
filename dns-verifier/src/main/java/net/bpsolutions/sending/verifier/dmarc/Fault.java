package net.bpsolutions.sending.verifier.dmarc;

import static net.bpsolutions.sending.events.FindingCode.QUOTED_VALUE;
import static net.bpsolutions.sending.events.FindingCode.SYNTAX;

import java.util.HashMap;
import java.util.Map;
import net.bpsolutions.sending.events.FindingCode;

/**
 * Where a text departs from the grammar.
 *
 * @param position of the first character that cannot stand there, counted from 1; one more than the length when something
 *     is missing at the end
 * @param tag that is lost by it, in lower case; empty when that cannot be told
 */
record Fault(int position, String tag) {

    private static final int EXCERPT = 40;

    /** A quotation mark is a mistake of its own. */
    FindingCode code(String text) {
        return Characters.isQuoteAt(text, position - 1) ? QUOTED_VALUE : SYNTAX;
    }

    /** What the words need. */
    Map<String, String> args(String text) {
        Map<String, String> args = new HashMap<>(Map.of("found", text, "position", String.valueOf(position)));
        if (position <= text.length()) {
            args.put("fault", excerpt(text));
        }
        Correction.of(text).ifPresent(record -> args.put("suggested", record));
        return args;
    }

    private String excerpt(String text) {
        int semicolon = text.indexOf(';', position);
        int end = semicolon < 0 ? text.length() : semicolon;
        return text.substring(position - 1, Math.min(end, position - 1 + EXCERPT));
    }
}
