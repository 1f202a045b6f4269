package net.bpsolutions.sending.gateway.inbound.imap;

/**
 * A structured field without comments, its quoted strings reduced to one letter (RFC 5322 §3.2): what stands in them may be
 * the sender's, a semicolon above all. What is not closed ends the field.
 */
final class PlainTokens {

    private static final char QUOTED = 'q';

    private final StringBuilder plain = new StringBuilder();
    private int comments;
    private boolean quoted;

    private PlainTokens() {}

    static String of(String field) {
        PlainTokens tokens = new PlainTokens();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && (tokens.quoted || tokens.comments > 0)) {
                i++;
            } else {
                tokens.add(c);
            }
        }
        return tokens.plain.toString();
    }

    private void add(char c) {
        if (quoted) {
            quoted = c != '"';
        } else if (c == '(') {
            comments++;
        } else if (comments > 0) {
            comments -= c == ')' ? 1 : 0;
        } else if (c == '"') {
            quoted = true;
            plain.append(QUOTED);
        } else {
            plain.append(c);
        }
    }
}
