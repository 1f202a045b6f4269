package net.bpsolutions.sending.local.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** The fields of a mail's header as a person reads them: unfolded and decoded (RFC 5322 §2.2.3, RFC 2047). */
record MailHeader(String from, String to, String replyTo, String subject) {

    static MailHeader of(byte[] content) {
        try {
            Header header = new DefaultMessageBuilder().parseHeader(new ByteArrayInputStream(content));
            return new MailHeader(
                    text(header.getField("From")),
                    text(header.getField("To")),
                    text(header.getField("Reply-To")),
                    text(header.getField("Subject")));
        } catch (IOException | RuntimeException e) {
            return new MailHeader("", "", "", "(unreadable header)");
        }
    }

    private static String text(@Nullable Field field) {
        if (field == null) {
            return "";
        }
        ByteSequence raw = field.getRaw();
        String line = raw == null
                ? field.getName() + ":" + field.getBody()
                : new String(raw.toByteArray(), StandardCharsets.UTF_8);
        String unfolded = line.substring(line.indexOf(':') + 1)
                .replaceAll("\r?\n(?=[ \t])", "")
                .strip();
        return DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT);
    }
}
