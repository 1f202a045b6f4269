package net.bpsolutions.sending.verifier.command;

import java.util.Optional;
import net.bpsolutions.sending.events.Finding;

/**
 * Points at the place of a fault.
 *
 * @param text what the fault is in
 * @param at its place, from 0
 */
record Caret(String text, int at) {

    private static final int BEFORE = 24;

    /** Empty when the finding names no place. */
    static Optional<Caret> of(Finding finding) {
        String text = finding.args().getOrDefault("found", "");
        String position = finding.args().getOrDefault("position", "");
        return position.matches("[1-9]\\d{0,4}") && Integer.parseInt(position) <= text.length() + 1
                ? Optional.of(new Caret(text, Integer.parseInt(position) - 1))
                : Optional.empty();
    }

    /** Two lines: as much of the text as fits, and the mark below. */
    void write(Page page, String label) {
        int room = page.room() - 2;
        int from = text.length() <= room ? 0 : Math.max(0, at - BEFORE);
        int to = Math.max(at, Math.min(text.length(), from + room));
        String before = (from > 0 ? "…" : "") + Harmless.text(text.substring(from, at));
        page.value(label, before + Harmless.text(text.substring(at, to)) + (to < text.length() ? "…" : ""));
        page.value("", " ".repeat(before.length()) + "^ character " + (at + 1));
    }
}
