package net.bpsolutions.sending.verifier.command;

import java.util.Locale;

/**
 * Makes text of strangers safe for a terminal: a zone may hold anything, escape sequences and characters that turn the
 * line around (U+202E) included.
 */
final class Harmless {

    private Harmless() {}

    /** What cannot be seen is written as its code point: {@code <U+200B>}. */
    static String text(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                harmless.appendCodePoint(character);
            } else {
                harmless.append(String.format(Locale.ROOT, "<U+%04X>", character));
            }
        });
        return harmless.toString();
    }

    /** The same, and not longer than about {@code most} characters. */
    static String cut(String text, int most) {
        return text.length() <= most
                ? text(text)
                : text(text.substring(0, most)) + "… (" + text.length() + " characters)";
    }

    private static boolean isVisible(int character) {
        return switch ((byte) Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character == ' ' || !Character.isSpaceChar(character);
        };
    }
}
