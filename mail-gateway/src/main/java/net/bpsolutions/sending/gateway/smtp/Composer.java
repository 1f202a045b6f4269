package net.bpsolutions.sending.gateway.smtp;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.bpsolutions.sending.gateway.mail.File;
import net.bpsolutions.sending.gateway.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * Writes an envelope's mail. The mail client's encoder makes the MIME structure and the text parts; every other header
 * field is written here: that encoder breaks on emoji, folds with a bare LF and lets LF through.
 */
final class Composer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** The file itself is written past the encoder. */
    private static final Buffer NOTHING = Buffer.buffer();

    private final Clock clock;

    Composer(Clock clock) {
        this.clock = clock;
    }

    /** The whole mail, with any line ends. */
    void write(Handover handover, OutputStream out) throws IOException {
        MailEncoder encoder = new MailEncoder(compose(handover), "localhost");
        MimeWriter.write(encoder.encodeMail(), handover.mail().files().iterator(), out);
    }

    private MailMessage compose(Handover handover) {
        Mail mail = handover.mail();
        MailMessage message = new MailMessage()
                .setText(lines(mail.text()))
                .setHtml(lines(mail.html()))
                .setHeaders(headers(handover));
        if (!mail.files().isEmpty()) {
            message.setAttachment(
                    mail.files().stream().map(Composer::attachment).toList());
        }
        return message;
    }

    private MultiMap headers(Handover handover) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("MIME-Version", "1.0")
                .add("Date", ZonedDateTime.now(clock.withZone(ZoneOffset.UTC)).format(DATE))
                .add("Message-ID", handover.messageId())
                .add("From", HeaderText.mailbox(handover.identity().from()))
                .add("To", HeaderText.mailbox(handover.recipient()))
                .add("Subject", HeaderText.unstructured(handover.mail().subject()))
                .add("Auto-Submitted", handover.mail().autoSubmitted().keyword())
                .add("X-Request-ID", handover.requestId());
        if (handover.identity().replyTo() != null) {
            headers.add("Reply-To", HeaderText.mailbox(handover.identity().replyTo()));
        }
        return headers;
    }

    /** The client counts lines by LF and would encode each CR as text. */
    private static @Nullable String lines(@Nullable String text) {
        return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The name goes into our own parameters: the client would not escape it. */
    private static MailAttachment attachment(File file) {
        return MailAttachment.create()
                .setContentType(file.contentType() + FileName.parameter("name", file.name()))
                .setDisposition("attachment" + FileName.parameter("filename", file.name()))
                .setData(NOTHING);
    }
}
