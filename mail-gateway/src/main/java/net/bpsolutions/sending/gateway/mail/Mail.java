package net.bpsolutions.sending.gateway.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was checked: nothing in it can make a header, and there is something to read and somebody to read it.
 *
 * @param from who it is from
 * @param to the recipients, each once; each gets an envelope of its own
 * @param replyTo where replies go; null for the sender
 * @param subject one line; may be empty
 * @param text the text body; this or {@code html} is there
 * @param html the HTML body
 * @param files what it carries
 * @param autoSubmitted why no person wrote it
 */
public record Mail(
        Mailbox from,
        List<Mailbox> to,
        @Nullable Mailbox replyTo,
        String subject,
        @Nullable String text,
        @Nullable String html,
        List<File> files,
        AutoSubmitted autoSubmitted) {

    /** @throws IllegalArgumentException when it is not such a mail */
    public Mail {
        to = List.copyOf(to);
        files = List.copyOf(files);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("no recipient");
        }
        if (text == null && html == null) {
            throw new IllegalArgumentException("no content");
        }
        if (ControlCharacters.inLine(subject) || isUnsafe(text) || isUnsafe(html)) {
            throw new IllegalArgumentException("control character");
        }
    }

    private static boolean isUnsafe(@Nullable String body) {
        return body != null && ControlCharacters.inBody(body);
    }
}
