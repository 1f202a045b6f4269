package net.bpsolutions.sending.verifier.dmarc;

/** Takes out of a text what web forms, word processors and zone files leave in it: quotation marks, backslashes, entities. */
final class Plain {

    private static final String WIDE = "；＝，：";
    private static final String NARROW = ";=,:";

    private Plain() {}

    static String of(String text) {
        String decoded = entities(text);
        StringBuilder plain = new StringBuilder(decoded.length());
        for (int at = 0; at < decoded.length(); at++) {
            char c = decoded.charAt(at);
            if (isMark(decoded, at)) {
                at = border(decoded, at, plain);
            } else if (c != '\\' && !Characters.isInvisible(c)) {
                plain.append(narrow(c));
            }
        }
        return plain.toString();
    }

    /** Where one character-string was closed and the next opened within the text, nothing stands between them. */
    private static int border(String text, int mark, StringBuilder plain) {
        int next = mark + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next == mark + 1 || next == text.length() || !Characters.isQuote(text.charAt(next))) {
            return mark;
        }
        if (startsTag(text, next + 1)) {
            plain.append(' ');
        }
        return next;
    }

    private static boolean startsTag(String text, int from) {
        int end = Characters.nameEnd(text, from, Math.min(text.length(), from + 10));
        return end > from && end < text.length() && text.charAt(end) == '=';
    }

    /** A quotation mark, unless it is the apostrophe of a name. */
    private static boolean isMark(String text, int at) {
        char c = text.charAt(at);
        boolean apostrophe = c == '\''
                && at > 0
                && at + 1 < text.length()
                && Characters.isLetter(text.charAt(at - 1))
                && Characters.isLetter(text.charAt(at + 1));
        return Characters.isQuote(c) && !apostrophe;
    }

    private static char narrow(char c) {
        int wide = WIDE.indexOf(c);
        if (wide >= 0) {
            return NARROW.charAt(wide);
        }
        return Character.isSpaceChar(c) || Character.isISOControl(c) ? ' ' : c;
    }

    private static String entities(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&quot;", "\"")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&#160;", " ")
                        .replace("&#59;", ";")
                        .replace("&semi;", ";")
                        .replace("&#61;", "=")
                        .replace("&equals;", "=")
                        .replace("&lt;", "")
                        .replace("&gt;", "")
                        .replace("&amp;", "&");
    }
}
