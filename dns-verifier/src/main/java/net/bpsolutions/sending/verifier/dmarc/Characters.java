package net.bpsolutions.sending.verifier.dmarc;

/** The kinds of characters that matter in a record (RFC 9989 §4.8, RFC 5234 §B.1), and those that stray into one. */
final class Characters {

    private static final String QUOTES = "\"'`´“”„‟‘’‚‛«»‹›″′";
    private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";

    private Characters() {}

    /** Space or tab. */
    static boolean isWsp(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    /** Whether the value of a tag may hold it; a semicolon ends the value. */
    static boolean isPrintable(char c) {
        return c >= ' ' && c <= '~';
    }

    /** A quotation mark, straight or typographic. */
    static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** A quotation mark at {@code index}, perhaps behind a backslash. */
    static boolean isQuoteAt(String text, int index) {
        int at = index < text.length() && text.charAt(index) == '\\' ? index + 1 : index;
        return at < text.length() && isQuote(text.charAt(at));
    }

    /** Takes no room on a screen. */
    static boolean isInvisible(char c) {
        return INVISIBLE.indexOf(c) >= 0;
    }

    /** The first index from {@code from} on, and before {@code end}, that is not white space; else {@code end}. */
    static int skipWsp(String text, int from, int end) {
        int at = from;
        while (at < end && isWsp(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of the letters, digits and underscores from {@code from} on, a letter first. */
    static int nameEnd(String text, int from, int end) {
        if (from >= end || !isLetter(text.charAt(from))) {
            return from;
        }
        int at = from;
        while (at < end && (isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }
}
