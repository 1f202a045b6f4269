package net.bpsolutions.sending.gateway.inbound;

import java.util.regex.Pattern;

/**
 * Undoes line wraps: of long lines, of quoting ({@code > }) and of quoted-printable that was pasted undecoded. What a blank
 * line parts stays apart.
 */
final class UnwrappedText {

    private static final int LONGEST_PARAMETER = 24;
    private static final Pattern PARAMETER = Pattern.compile("(?:[?&;][A-Za-z0-9_.-]*|\\b(?:key|domain))=$");

    private UnwrappedText() {}

    static String of(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean lineStart = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && lineStart) {
                joined.append('\n');
            } else if (c == '\n') {
                endLine(joined);
                lineStart = true;
            } else if (!lineStart || !isQuoting(c)) {
                joined.append(c);
                lineStart = false;
            }
        }
        return joined.toString();
    }

    private static boolean isQuoting(char c) {
        return c == '>' || c == '|' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static void endLine(StringBuilder joined) {
        int end = joined.length();
        while (end > 0 && isBlank(joined.charAt(end - 1))) {
            end--;
        }
        joined.setLength(end);
        if (isSoftBreak(joined)) {
            joined.setLength(end - 1);
        }
    }

    private static boolean isBlank(char c) {
        return c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** A trailing {@code =} that does not belong to a parameter (RFC 2045 §6.7). */
    private static boolean isSoftBreak(StringBuilder line) {
        int end = line.length();
        if (end == 0 || line.charAt(end - 1) != '=') {
            return false;
        }
        String tail = line.substring(Math.max(0, end - LONGEST_PARAMETER), end);
        return !PARAMETER.matcher(tail).find();
    }
}
