package net.bpsolutions.sending.local.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The mailbox as a page without scripts. */
final class MailboxHtml {

    private static final int SHOWN = 200;

    private MailboxHtml() {}

    static String style() {
        try (InputStream css = Objects.requireNonNull(MailboxHtml.class.getResourceAsStream("mailbox.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(Mailbox mailbox) {
        List<Envelope> newest = mailbox.newestFirst();
        String mails = newest.stream()
                .limit(SHOWN)
                .flatMap(envelope -> mailbox.content(envelope.id()).map(content -> mail(envelope, content)).stream())
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Mailbox</title>
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <main>
                <h1>Mailbox</h1>
                <p>%s</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(count(newest.size()), mails);
    }

    private static String count(int mails) {
        if (mails == 0) {
            return "Nothing has arrived yet. What the mail gateway sends appears here; reload to look again.";
        }
        String shown = mails > SHOWN ? ", the newest " + SHOWN + " of them below" : ", newest first";
        return (mails == 1 ? "One mail" : mails + " mails") + " accepted by the relay stand-in" + shown + ".";
    }

    private static String mail(Envelope envelope, byte[] content) {
        MailHeader header = MailHeader.of(content);
        String sender = envelope.envelopeSender().isEmpty() ? "<>" : envelope.envelopeSender();
        return """
                <article>
                <h2>%1$s</h2>
                <dl>
                <dt>From</dt><dd>%2$s</dd>
                <dt>Reply-To</dt><dd>%3$s</dd>
                <dt>To</dt><dd>%4$s</dd>
                <dt>Envelope</dt><dd>%5$s → %6$s</dd>
                <dt>Received</dt><dd><time datetime="%7$s">%7$s</time></dd>
                </dl>
                <details><summary>Source</summary><pre>%8$s</pre></details>
                </article>
                """.formatted(
                        orNone(header.subject(), "(no subject)"),
                        orNone(header.from(), "(none)"),
                        orNone(header.replyTo(), "(none)"),
                        orNone(header.to(), "(none)"),
                        escape(sender),
                        escape(String.join(", ", envelope.envelopeRecipients())),
                        escape(envelope.receivedAt()),
                        escape(new String(content, StandardCharsets.UTF_8)));
    }

    private static String orNone(String text, String none) {
        return text.isEmpty() ? none : escape(text);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
