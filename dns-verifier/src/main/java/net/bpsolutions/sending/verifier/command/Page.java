package net.bpsolutions.sending.verifier.command;

import net.bpsolutions.sending.events.RecordState;

/** The text of a report as it grows: labels in a column, prose wrapped beside them, values on one line to be copied. */
final class Page {

    private static final String INDENT = " ".repeat(12);
    private static final int LABEL = 11;
    private static final String RESET = "\u001b[0m";

    private final StringBuilder text = new StringBuilder();
    private final Terminal terminal;

    Page(Terminal terminal) {
        this.terminal = terminal;
    }

    Page line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    Page title(String title) {
        return line(styled("1", title));
    }

    /** One record: its state, and what it is. */
    Page state(RecordState state, boolean required, String rest) {
        String code = switch (state) {
            case OK -> "32";
            case UNKNOWN -> "33";
            case MISSING, WRONG, CONFLICT -> required ? "31" : "33";
        };
        return line("  " + styled(code, pad(state.name(), 10)) + rest);
    }

    /** An empty line, unless there is one. */
    Page gap() {
        return text.isEmpty() || text.toString().endsWith("\n\n") ? this : line("");
    }

    /** Across the page. */
    Page paragraph(String prose) {
        return wrapped("  ", prose);
    }

    /** Beside a label. */
    Page prose(String label, String prose) {
        return wrapped(INDENT + pad(label, LABEL), prose);
    }

    /** Broken at spaces; the following lines are indented as far as {@code head}. */
    private Page wrapped(String head, String prose) {
        StringBuilder line = new StringBuilder(head);
        for (String word : prose.split(" ", -1)) {
            if (line.length() > head.length() && line.length() + word.length() > terminal.width()) {
                line(line.toString());
                line = new StringBuilder(" ".repeat(head.length()));
            }
            line.append(word).append(' ');
        }
        return line(line.toString());
    }

    /** Never broken. */
    Page value(String label, String value) {
        return line(INDENT + pad(label, LABEL) + value);
    }

    /** For whoever helps. */
    Page technical(String label, String value) {
        return line(styled("2", INDENT + pad(label, LABEL) + value));
    }

    /** How many characters of a value fit beside its label. */
    int room() {
        return terminal.width() - INDENT.length() - LABEL;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private String styled(String code, String styled) {
        return terminal.colour() ? "\u001b[" + code + "m" + styled + RESET : styled;
    }

    private static String pad(String label, int width) {
        return label + " ".repeat(Math.max(1, width - label.length()));
    }
}
