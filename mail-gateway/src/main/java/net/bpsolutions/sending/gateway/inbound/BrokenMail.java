package net.bpsolutions.sending.gateway.inbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.stream.RawField;

/** What can be said of a mail that cannot be read as a whole: its outermost header, as far as it goes. */
final class BrokenMail {

    private static final int MAX_HEADER = 256 * 1024;
    private static final int MAX_FIELDS = 1_000;

    private BrokenMail() {}

    /**
     * Reads the header line by line.
     *
     * @param nullSender the envelope's reverse path was empty
     */
    static InboundMail read(byte[] content, boolean nullSender) {
        TopHeader header = header(content);
        Trace trace =
                new Trace(header.authorName(), header.references(), List.of(), null, null, header.hops(), false, null);
        return new InboundMail(header.author(), header.subject(), nullSender || header.automatic(), List.of(), trace);
    }

    private static TopHeader header(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, MAX_HEADER), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String unfolded = (end < 0 ? text : text.substring(0, end)).replaceAll("\r\n(?=[ \t])", "");
        TopHeader header = new TopHeader(new EncodedWords());
        unfolded.lines().limit(MAX_FIELDS).forEach(line -> add(header, line));
        return header;
    }

    private static void add(TopHeader header, String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return;
        }
        try {
            header.add(new RawField(line.substring(0, colon).strip(), line.substring(colon + 1)));
        } catch (RuntimeException unreadable) {
            // One field less is known of it.
        }
    }
}
