package net.bpsolutions.sending.gateway.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** Text as header fields carry it: ASCII in short lines, everything else in encoded words (RFC 2047). */
final class HeaderText {

    private static final String FOLD = "\r\n ";
    /** Octets of text in one encoded word: with the longest field name the line stays within 76 characters. */
    private static final int WORD_OCTETS = 39;
    /** Text up to this length needs no folding to stay below the 998 octets of RFC 5322 §2.1.1. */
    private static final int MAX_PLAIN = 900;

    private HeaderText() {}

    /** Unstructured text, like a subject. */
    static String unstructured(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    /** A mailbox: name and address. */
    static String mailbox(Mailbox mailbox) {
        String address = "<" + mailbox.address().value() + ">";
        return mailbox.name().isBlank()
                ? mailbox.address().value()
                : phrase(mailbox.name().strip()) + " " + address;
    }

    private static String phrase(String name) {
        return isPlain(name) ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : encoded(name);
    }

    /** What already looks like an encoded word is encoded too, so that it arrives as it was written. */
    private static boolean isPlain(String text) {
        return text.length() <= MAX_PLAIN
                && !text.contains("=?")
                && text.chars().allMatch(c -> c >= ' ' && c <= '~')
                && text.equals(text.strip());
    }

    private static String encoded(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int octets = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > WORD_OCTETS) {
                words.add(word(chunk));
                chunk.setLength(0);
                octets = 0;
            }
            chunk.append(character);
            octets += more;
        }
        words.add(word(chunk));
        return String.join(FOLD, words);
    }

    private static String word(CharSequence chunk) {
        byte[] octets = chunk.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
    }
}
