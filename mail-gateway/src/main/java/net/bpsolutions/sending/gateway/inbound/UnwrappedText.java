package net.bpsolutions.sending.gateway.inbound;

/** Undoes line wraps: of long lines, of quoting ({@code > }) and of quoted-printable that was pasted undecoded. */
final class UnwrappedText {

    private UnwrappedText() {}

    static String of(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean lineStart = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
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
        return c == '>' || c == '|' || Character.isWhitespace(c);
    }

    private static void endLine(StringBuilder joined) {
        int end = joined.length();
        while (end > 0 && Character.isWhitespace(joined.charAt(end - 1))) {
            end--;
        }
        joined.setLength(end);
        if (isSoftBreak(joined)) {
            joined.setLength(end - 1);
        }
    }

    /** A trailing {@code =} that does not belong to a parameter (RFC 2045 §6.7). */
    private static boolean isSoftBreak(StringBuilder line) {
        return endsWith(line, "=") && !endsWith(line, "key=") && !endsWith(line, "domain=");
    }

    private static boolean endsWith(StringBuilder line, String end) {
        int start = line.length() - end.length();
        return start >= 0 && line.indexOf(end, start) == start;
    }
}
