package net.bpsolutions.sending.verifier.spf;

/** The classes of characters in the grammar of RFC 7208 §12. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    static boolean isAlpha(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    static boolean isAlphanumeric(char letter) {
        return isDigit(letter) || isAlpha(letter);
    }

    /** Visible: neither a space nor a control, nor beyond ASCII. */
    static boolean isVisible(char letter) {
        return letter > ' ' && letter <= '~';
    }

    /** The name of a modifier: a letter, then letters, digits, hyphens, underscores and dots. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && isAlpha(text.charAt(0))
                && text.chars().allMatch(letter -> isAlphanumeric((char) letter) || "-_.".indexOf(letter) >= 0);
    }
}
