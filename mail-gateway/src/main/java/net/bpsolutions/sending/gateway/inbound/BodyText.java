package net.bpsolutions.sending.gateway.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/** The text of a body, whatever it claims about its encoding and its characters. Every loop is linear. */
final class BodyText {

    private static final int SHORTEST_BASE64 = 60;
    private static final int SAMPLE = 200;

    private static final BitSet BASE64 =
            octets("\r\n+/=0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static final BitSet HEX = octets("0123456789ABCDEF");
    private static final BitSet AFTER_SOFT_BREAK = octets("\r\n\t ");

    private BodyText() {}

    /**
     * The text as declared, and as it stands when the declaration is not true.
     *
     * @param encoding Content-Transfer-Encoding
     * @param charset as declared; null when it is not
     */
    static List<String> of(byte[] raw, String encoding, @Nullable String charset) throws IOException {
        boolean base64 = isBase64(raw);
        List<String> texts = new ArrayList<>();
        switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> {
                texts.add(text(decoded(new Base64InputStream(new ByteArrayInputStream(raw), false)), charset));
                if (!base64) {
                    texts.add(text(raw, charset));
                }
            }
            case "quoted-printable" -> {
                texts.add(text(decoded(new QuotedPrintableInputStream(new ByteArrayInputStream(raw), false)), charset));
                if (!isQuotedPrintable(raw)) {
                    texts.add(text(raw, charset));
                }
            }
            default -> {
                texts.add(text(raw, charset));
                if (base64 && raw.length >= SHORTEST_BASE64) {
                    texts.add(text(decoded(new Base64InputStream(new ByteArrayInputStream(raw), false)), charset));
                }
            }
        }
        return texts;
    }

    private static byte[] decoded(InputStream decoding) throws IOException {
        try (decoding) {
            return decoding.readNBytes(Findings.MAX_TEXT);
        }
    }

    /** Text in the declared characters, unless its octets say otherwise. */
    static String text(byte[] octets, @Nullable String charset) {
        Charset seen = seen(octets);
        Charset declared = charset == null || charset.equalsIgnoreCase("us-ascii")
                ? StandardCharsets.UTF_8
                : Charset.forName(charset, StandardCharsets.UTF_8);
        return new String(octets, seen != null ? seen : declared);
    }

    /** By a byte order mark, or by the zeros that UTF-16 has in every Latin letter. */
    private static @Nullable Charset seen(byte[] octets) {
        int sample = Math.min(octets.length, SAMPLE);
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < sample; i++) {
            evenZeros += octets[i] == 0 && i % 2 == 0 ? 1 : 0;
            oddZeros += octets[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        if (sample >= 2 && (octets[0] & 0xff) + (octets[1] & 0xff) == 0x1fd) {
            return StandardCharsets.UTF_16;
        }
        if (oddZeros > sample / 4) {
            return StandardCharsets.UTF_16LE;
        }
        return evenZeros > sample / 4 ? StandardCharsets.UTF_16BE : null;
    }

    /** Nothing but the alphabet, padding and line ends (RFC 2045 §6.8). */
    private static boolean isBase64(byte[] octets) {
        for (byte octet : octets) {
            if (!isOf(BASE64, octet)) {
                return false;
            }
        }
        return true;
    }

    /** Every {@code =} begins two upper-case hex digits or ends a line (RFC 2045 §6.7). */
    private static boolean isQuotedPrintable(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '=' && !isEscape(octets, i + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(byte[] octets, int at) {
        if (at >= octets.length || isOf(AFTER_SOFT_BREAK, octets[at])) {
            return true;
        }
        return at + 1 < octets.length && isOf(HEX, octets[at]) && isOf(HEX, octets[at + 1]);
    }

    private static boolean isOf(BitSet set, byte octet) {
        return octet >= 0 && set.get(octet);
    }

    private static BitSet octets(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }
}
