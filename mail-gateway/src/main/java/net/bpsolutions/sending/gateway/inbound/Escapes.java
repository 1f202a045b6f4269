package net.bpsolutions.sending.gateway.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Encodings in which a link travels within another. None of them fails: what is broken stays as it is. */
final class Escapes {

    private static final int HEX = 16;
    private static final int MAX_VALUES = 20;

    /** Possessive: otherwise every repetition takes a piece of the stack. */
    private static final Pattern AMPERSAND = Pattern.compile("&(?:amp;|#38;|#x26;)++", Pattern.CASE_INSENSITIVE);

    private static final Pattern VALUE =
            Pattern.compile("(?:[?&;](?:amp;)?[a-zA-Z_0-9]{1,20}=)([A-Za-z0-9+/_-]{40,}+)(?=={0,2}(?:[&#\\s]|$))");

    /** {@code http} in Base64, wherever it begins. */
    private static final Pattern PATH = Pattern.compile("(?<![A-Za-z0-9+_-])(aHR0c[A-Za-z0-9+_-]{35,}+)");

    private Escapes() {}

    /** One level of percent-encoding (RFC 3986 §2.1) less. */
    static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int octet = octetAt(text, at);
            if (octet >= 0) {
                octets.write(octet);
                at += 3;
            } else {
                int end = text.offsetByCodePoints(at, 1);
                octets.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end;
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static int octetAt(String text, int at) {
        if (text.charAt(at) != '%' || at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), HEX);
        int low = Character.digit(text.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    /** HTML's ampersand as it is meant, however often it was escaped; JSON's escapes too. */
    static String ampersands(String text) {
        return AMPERSAND.matcher(text).replaceAll("&").replace("\\u0026", "&").replace("\\/", "/");
    }

    /** The parameters and parts of the path that are Base64, standard or for URLs (RFC 4648 §4, §5). */
    static List<String> base64Decoded(String link) {
        return Stream.concat(VALUE.matcher(link).results(), PATH.matcher(link).results())
                .limit(MAX_VALUES)
                .map(match -> decoded(match.group(1)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String decoded(String base64) {
        // A single sextet at the end is no octet: the value was cut there.
        String whole = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
        try {
            return new String(
                    Base64.getDecoder().decode(whole.replace('-', '+').replace('_', '/')), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
