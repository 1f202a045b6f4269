package net.bpsolutions.sending.gateway.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
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
    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(-1)
            .build();

    private final MimeTokenStream tokens = new MimeTokenStream(LIMITS);
    private final TopHeader header = new TopHeader();
    private final List<String> texts = new ArrayList<>();
    private int depth;
    private int entities;

    private MailReader(byte[] content) {
        tokens.setRecursionMode(RecursionMode.M_RECURSE);
        tokens.parse(new ByteArrayInputStream(content));
    }

    /** @param nullSender the envelope's reverse path was empty */
    static Reading read(byte[] content, boolean nullSender) {
        try {
            return new MailReader(content).understood(nullSender);
        } catch (IOException | MimeException | RuntimeException unreadable) {
            // A parser of what strangers send fails in more ways than it declares; none of them is our fault.
            return new Reading.Unreadable();
        }
    }

    private Reading understood(boolean nullSender) throws IOException, MimeException {
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            token(state);
            if (depth > MAX_DEPTH || entities > MAX_ENTITIES) {
                return new Reading.Unreadable();
            }
        }
        boolean automatic = nullSender || header.automatic();
        return new Reading.Understood(new InboundMail(header.author(), header.subject(), automatic, texts));
    }

    private void token(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> {
                depth++;
                entities++;
            }
            case T_END_MESSAGE, T_END_BODYPART -> depth--;
            case T_FIELD -> {
                if (depth == 1) {
                    header.add(tokens.getField());
                }
            }
            case T_BODY -> body();
            default -> {
                // Headers' ends, preambles and the like carry nothing.
            }
        }
    }

    private void body() throws IOException {
        String type = tokens.getBodyDescriptor().getMimeType();
        if (type.equals("text/html")) {
            texts.add(HtmlText.of(decoded()));
        } else if (type.startsWith("text/")) {
            texts.add(decoded());
        }
    }

    private String decoded() throws IOException {
        byte[] octets = tokens.getDecodedInputStream().readAllBytes();
        return new String(octets, charset(tokens.getBodyDescriptor().getCharset()));
    }

    private static Charset charset(@Nullable String name) {
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name, StandardCharsets.UTF_8);
    }
}
