package net.bpsolutions.sending.gateway.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail as a stream of tokens (RFC 2045, 2046): no tree, so that its shape costs nothing, and only as deep and as
 * long as a forwarded message can sensibly be. For one mail.
 */
final class MailReader {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_ENTITIES = 200;
    private static final int MAX_FILES_OPENED = 5;
    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(-1)
            .build();

    private final TopHeader header = new TopHeader();
    private final Findings findings = new Findings();
    private int depth;
    private int entities;
    private int filesOpened;
    private String partHeader = "";

    private MailReader() {}

    /**
     * Reads.
     *
     * @param nullSender the envelope's reverse path was empty
     */
    static Reading read(byte[] content, boolean nullSender) {
        try {
            MailReader reader = new MailReader();
            if (!reader.walk(content)) {
                return new Reading.Unreadable();
            }
            return new Reading.Understood(reader.mail(nullSender));
        } catch (IOException | MimeException | RuntimeException unreadable) {
            // A parser of what strangers send fails in more ways than it declares; none of them is our fault.
            return new Reading.Unreadable();
        }
    }

    private InboundMail mail(boolean nullSender) {
        return new InboundMail(
                header.author(),
                header.subject(),
                nullSender || header.automatic(),
                findings.texts(),
                findings.trace(header));
    }

    private boolean walk(byte[] content) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_RECURSE);
        tokens.parse(new ByteArrayInputStream(content));
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            token(tokens, state);
            if (depth > MAX_DEPTH || entities > MAX_ENTITIES) {
                return false;
            }
        }
        return true;
    }

    private void token(MimeTokenStream tokens, EntityState state) throws IOException, MimeException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> {
                depth++;
                entities++;
                partHeader = "";
            }
            case T_END_MESSAGE, T_END_BODYPART -> depth--;
            case T_FIELD -> field(tokens.getField());
            case T_BODY -> body(tokens);
            default -> {
                // Headers' ends, preambles and the like carry nothing.
            }
        }
    }

    private void field(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (depth == 1) {
            header.add(field);
        } else if (name.equals("message-id")) {
            findings.quotedId(String.valueOf(field.getBody()));
        }
        if (name.equals("content-type") || name.equals("content-disposition")) {
            partHeader += String.valueOf(field.getBody()).toLowerCase(Locale.ROOT);
        }
    }

    private void body(MimeTokenStream tokens) throws IOException, MimeException {
        String type = tokens.getBodyDescriptor().getMimeType();
        switch (type) {
            case "text/html" -> findings.text(HtmlText.of(decoded(tokens)));
            case "text/rfc822-headers" -> findings.quotedHeader(decoded(tokens));
            case "message/delivery-status", "message/global-delivery-status" -> findings.status(decoded(tokens));
            case "message/feedback-report" -> findings.feedback(decoded(tokens));
            default -> {
                if (type.startsWith("text/")) {
                    findings.text(decoded(tokens));
                } else {
                    file(tokens, type);
                }
            }
        }
    }

    /** What Outlook makes of mails is told apart; an attached mail is a mail, whatever it is declared to be. */
    private void file(MimeTokenStream tokens, String type) throws IOException, MimeException {
        boolean outlook = type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-outlook")
                || partHeader.contains("winmail.dat")
                || partHeader.contains(".msg");
        if (outlook) {
            findings.tnef();
        } else if ((partHeader.contains(".eml") || type.startsWith("message/")) && ++filesOpened <= MAX_FILES_OPENED) {
            byte[] octets = tokens.getDecodedInputStream().readAllBytes();
            int outer = depth;
            if (!walk(octets)) {
                throw new MimeException("too deep");
            }
            depth = outer;
        }
    }

    private static String decoded(MimeTokenStream tokens) throws IOException {
        byte[] octets = tokens.getDecodedInputStream().readNBytes(Findings.MAX_TEXT);
        return new String(octets, charset(tokens.getBodyDescriptor().getCharset()));
    }

    private static Charset charset(@Nullable String name) {
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name, StandardCharsets.UTF_8);
    }
}
