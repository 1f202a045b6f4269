package net.bpsolutions.sending.gateway.inbound;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * The encoded words of one mail (RFC 2047), and no more of them than an honest one has: for each the decoder copies the rest
 * of the field, and may look for its charset in vain.
 */
final class EncodedWords {

    /** In the whole mail; the name of a file has one to five, and is read three times. */
    static final int MAX_WORDS = 200;

    private static final String START = "=?";

    private int left = MAX_WORDS;

    /** The field up to where there are too many. */
    String within(String field) {
        int at = field.indexOf(START);
        while (at >= 0 && left > 0) {
            left--;
            at = field.indexOf(START, at + 1);
        }
        return at < 0 ? field : field.substring(0, at);
    }

    /** The field in clear, on one line. */
    String decoded(String field) {
        return DecoderUtil.decodeEncodedWords(within(field), DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                .replaceAll("\\s", " ");
    }
}
