package net.bpsolutions.sending.verifier.dkim;

import java.util.Base64;

/** The value of {@code p=}: Base64 (RFC 4648 §4), in which whitespace may stand anywhere (RFC 6376 §3.6.1). */
final class KeyMaterial {

    /** In bytes (RFC 8463 §4.2). */
    static final int ED25519_LENGTH = 32;

    private static final int GROUP = 4;
    private static final int MOST_PADDING = 2;
    private static final boolean[] DIGIT = digits();

    private KeyMaterial() {}

    /**
     * The offset of the first character that does not belong there; the length of the text when its end is cut off: most
     * receivers do not read Base64 without its padding; -1 when there is nothing amiss.
     */
    static int fault(String text) {
        int digits = 0;
        int padding = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (TagList.isSpace(each)) {
                continue;
            }
            padding += each == '=' ? 1 : 0;
            digits++;
            boolean fits = padding == 0 ? isDigit(each) : each == '=' && padding <= MOST_PADDING;
            if (!fits) {
                return at;
            }
        }
        return digits % GROUP == 0 && digits > padding ? -1 : text.length();
    }

    /** The offset of the first whitespace; -1 when there is none. */
    static int space(String text) {
        int at = 0;
        while (at < text.length() && !TagList.isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? at : -1;
    }

    /** Without whitespace. */
    static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.chars().filter(each -> !TagList.isSpace((char) each)).forEach(each -> compact.append((char) each));
        return compact.toString();
    }

    /** The bytes of a compact text without fault. */
    static byte[] decode(String compact) {
        return Base64.getDecoder().decode(compact);
    }

    private static boolean isDigit(char each) {
        return each < DIGIT.length && DIGIT[each];
    }

    private static boolean[] digits() {
        boolean[] digits = new boolean[Byte.MAX_VALUE + 1];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .chars()
                .forEach(each -> digits[each] = true);
        return digits;
    }
}
