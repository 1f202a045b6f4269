package net.bpsolutions.sending.gateway.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads a mail as a stream of tokens (RFC 2045, 2046): no tree, so that its shape costs nothing, and only as deep and as
 * long as a forwarded message can sensibly be. For one mail.
 */
final class MailReader {

    /** Octets of one mail; the largest size that can be configured. */
    static final int MAX_OCTETS = 32 << 20;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_ENTITIES = 200;
    private static final int MAX_FILES_OPENED = 5;
    private static final int MAX_PART_HEADER = 4_000;

    /** Octets of all texts together as they are encoded; tags and escapes leave less text than these. */
    private static final int MAX_ENCODED_TEXT = 2 * Findings.MAX_TEXT;

    /** Characters of all headers together. */
    private static final int MAX_HEADERS = 1 << 20;

    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(256 * 1024)
            .build();

    private final EncodedWords words = new EncodedWords();
    private final TopHeader header = new TopHeader(words);
    private final Findings findings = new Findings();
    private int depth;
    private int entities;
    private int filesOpened;
    private int headers;
    private int unread = MAX_ENCODED_TEXT;
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
            if (content.length > MAX_OCTETS || !reader.walk(content)) {
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
                findings.trace(header, nullSender));
    }

    private boolean walk(byte[] content) throws IOException, MimeException {
        MimeTokenStream tokens =
                new MimeTokenStream(LIMITS, null, new CountedFields(LIMITS.getMaxHeaderLen(), words), null);
        tokens.setRecursionMode(RecursionMode.M_RECURSE);
        tokens.parse(new ByteArrayInputStream(content));
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            token(tokens, state);
            if (depth > MAX_DEPTH || entities > MAX_ENTITIES || headers > MAX_HEADERS) {
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
        headers += name.length() + String.valueOf(field.getBody()).length();
        if (depth == 1) {
            header.add(field);
        } else if (name.equals("message-id")) {
            findings.quotedId(String.valueOf(field.getBody()));
        }
        if ((name.equals("content-type") || name.equals("content-disposition"))
                && partHeader.length() < MAX_PART_HEADER) {
            partHeader += words.decoded(String.valueOf(field.getBody())).toLowerCase(Locale.ROOT);
        }
    }

    private void body(MimeTokenStream tokens) throws IOException, MimeException {
        String type = tokens.getBodyDescriptor().getMimeType();
        switch (type) {
            case "text/html" -> html(tokens);
            case "text/rfc822-headers" -> findings.quotedHeader(decoded(tokens));
            case "message/delivery-status", "message/global-delivery-status" -> findings.status(decoded(tokens));
            case "message/feedback-report" -> findings.feedback(decoded(tokens));
            default -> {
                if (type.startsWith("text/")) {
                    text(tokens);
                } else {
                    file(tokens, type);
                }
            }
        }
    }

    private void html(MimeTokenStream tokens) throws IOException {
        for (String html : texts(tokens)) {
            findings.text(HtmlText.of(html));
        }
    }

    private void text(MimeTokenStream tokens) throws IOException {
        boolean flowed = partHeader.contains("flowed");
        for (String text : texts(tokens)) {
            findings.text(flowed ? FlowedText.of(text, partHeader.contains("delsp=yes")) : text);
        }
    }

    private void file(MimeTokenStream tokens, String type) throws IOException, MimeException {
        InputStream octets = tokens.getDecodedInputStream();
        byte[] start = octets.readNBytes(AttachedFile.SAMPLE);
        AttachedFile kind = AttachedFile.of(type, partHeader, start);
        if (kind == AttachedFile.OUTLOOK) {
            findings.tnef();
        } else if (kind != AttachedFile.OTHER && ++filesOpened <= MAX_FILES_OPENED) {
            open(kind, whole(start, octets));
        }
    }

    private void open(AttachedFile kind, byte[] octets) throws IOException {
        switch (kind) {
            case MAIL -> attached(octets);
            case SIGNED_MAIL -> attached(fromFirstField(octets));
            case TEXT -> findings.text(BodyText.text(octets, null));
            case HTML -> findings.text(HtmlText.of(BodyText.text(octets, null)));
            case OUTLOOK, OTHER -> {
                // Stay closed.
            }
        }
    }

    /** What is no mail after all is left alone; what is too deep or too long counts for the whole. */
    private void attached(byte[] octets) throws IOException {
        int outer = depth;
        String fields = partHeader;
        try {
            walk(octets);
        } catch (MimeException noMail) {
            // Others of its parts may hold what we look for.
        }
        depth = outer;
        partHeader = fields;
    }

    /** The mail stands in clear within the signature's own encoding. */
    private static byte[] fromFirstField(byte[] octets) {
        int at = new String(octets, StandardCharsets.ISO_8859_1).indexOf("Content-Type:");
        return at < 0 ? new byte[0] : Arrays.copyOfRange(octets, at, octets.length);
    }

    private static byte[] whole(byte[] start, InputStream rest) throws IOException {
        byte[] end = rest.readNBytes(Findings.MAX_TEXT - start.length);
        byte[] whole = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, whole, start.length, end.length);
        return whole;
    }

    private List<String> texts(MimeTokenStream tokens) throws IOException {
        BodyDescriptor declared = tokens.getBodyDescriptor();
        byte[] raw = tokens.getInputStream().readNBytes(Math.min(unread, Findings.MAX_TEXT));
        unread -= raw.length;
        return BodyText.of(raw, String.valueOf(declared.getTransferEncoding()), declared.getCharset());
    }

    private String decoded(MimeTokenStream tokens) throws IOException {
        return texts(tokens).getFirst();
    }
}
