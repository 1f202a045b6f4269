package net.bpsolutions.sending.verifier.verdict;

/** How much room a text takes in an event: a stranger may well write what is six bytes a character there. */
public final class JsonText {

    private static final String CUT = "…";
    private static final int CUT_BYTES = 3;
    private static final int ESCAPED = 6;

    private JsonText() {}

    /** In bytes, without the quotes around it; at least what it takes. */
    public static int bytes(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            bytes += bytes(text.charAt(at));
        }
        return bytes;
    }

    /**
     * As much of the beginning as there is room for, with a sign that there was more.
     *
     * @param most in bytes; 3 at least
     */
    public static String cut(String text, int most) {
        if (bytes(text) <= most) {
            return text;
        }
        int end = 0;
        for (int left = most - CUT_BYTES - bytes(text.charAt(0)); left >= 0; left -= bytes(text.charAt(end))) {
            end++;
        }
        return text.substring(0, whole(text, end)) + CUT;
    }

    /** At or just before {@code end}: half a character is none. */
    static int whole(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static int bytes(char each) {
        if (each < ' ' || Character.isSurrogate(each)) {
            return ESCAPED;
        }
        if (each == '"' || each == '\\') {
            return 2;
        }
        return each < 0x80 ? 1 : each < 0x800 ? 2 : CUT_BYTES;
    }
}
