package net.bpsolutions.sending.gateway.mail;

/** Characters that could make a header, end a body or hide text: C0, C1, DEL, U+2028, U+2029 and lone surrogates. */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** For what goes on one line: nothing at all is allowed. */
    public static boolean inLine(String text) {
        return text.codePoints().anyMatch(ControlCharacters::isControl);
    }

    /** For bodies: line ends and tabs are text. */
    static boolean inBody(String text) {
        return text.codePoints().anyMatch(c -> c != '\n' && c != '\r' && c != '\t' && isControl(c));
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
