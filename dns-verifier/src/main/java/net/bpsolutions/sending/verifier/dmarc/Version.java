package net.bpsolutions.sending.verifier.dmarc;

/** The tag that makes a text a record: it stands first, and only its name is without case (RFC 9989 §4.7). */
final class Version {

    private static final String VALUE = "DMARC1";

    private Version() {}

    /** Whether {@code text} is a DMARC record; what follows may be faulty. */
    static boolean leads(String text) {
        return departure(text) < 0;
    }

    /** The index of the first character that a record cannot have there, or -1 when it is one. */
    static int departure(String text) {
        int length = text.length();
        if (length == 0 || (text.charAt(0) != 'v' && text.charAt(0) != 'V')) {
            return 0;
        }
        int equals = Characters.skipWsp(text, 1, length);
        if (equals == length || text.charAt(equals) != '=') {
            return equals < length && Characters.isLetterOrDigit(text.charAt(equals)) ? 1 : equals;
        }
        int value = Characters.skipWsp(text, equals + 1, length);
        for (int index = 0; index < VALUE.length(); index++) {
            if (value + index >= length || text.charAt(value + index) != VALUE.charAt(index)) {
                return value + index;
            }
        }
        int end = value + VALUE.length();
        int next = Characters.skipWsp(text, end, length);
        return next == length || text.charAt(next) == ';' ? -1 : end;
    }
}
