package net.bpsolutions.sending.gateway.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proofpoint URL Defense. In v2 {@code -} stands for {@code %} and {@code _} for {@code /}. In v3 the link stands there with
 * every special octet replaced by {@code *}, or a run of them by {@code **} and a letter for its length, and what was replaced
 * follows as Base64. v1 is percent-encoded as most others are.
 */
final class Proofpoint {

    private static final Pattern V2 = Pattern.compile(
            "urldefense(?:\\.proofpoint)?\\.(?:com|us)/v2/url\\?(?:[^\\s?]{0,200}&)?u=([^&\\s]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern V3 =
            Pattern.compile("urldefense(?:\\.proofpoint)?\\.(?:com|us)/v3/__", Pattern.CASE_INSENSITIVE);
    private static final Pattern MASKED = Pattern.compile("(.+?)__;([A-Za-z0-9+/_=-]*)!");
    private static final String LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SHORTEST_RUN = 2;

    private final byte[] replaced;
    private final ByteArrayOutputStream link = new ByteArrayOutputStream();
    private int used;

    private Proofpoint(byte[] replaced) {
        this.replaced = replaced;
    }

    /** What the link holds; nothing when it is none of Proofpoint's. */
    static List<String> undone(String wrapped) {
        List<String> links = new ArrayList<>();
        Matcher second = V2.matcher(wrapped);
        if (second.find()) {
            links.add(Escapes.percentDecoded(second.group(1).replace('-', '%').replace('_', '/')));
        }
        Matcher third = V3.matcher(wrapped);
        if (third.find()) {
            // Where the first one has no end, no later one has.
            Matcher masked = MASKED.matcher(wrapped).region(third.end(), wrapped.length());
            if (masked.lookingAt()) {
                links.add(unmasked(masked.group(1), masked.group(2)));
            }
        }
        return links;
    }

    /** The link, or the masked one when what was replaced cannot be read. */
    private static String unmasked(String masked, String base64) {
        try {
            byte[] octets = Base64.getUrlDecoder()
                    .decode(base64.replace('+', '-').replace('/', '_').replace("=", ""));
            return new Proofpoint(octets).fill(masked);
        } catch (IllegalArgumentException notBase64) {
            return masked;
        }
    }

    private String fill(String masked) {
        int at = 0;
        while (at < masked.length()) {
            int run = masked.startsWith("**", at) && at + 2 < masked.length()
                    ? LENGTHS.indexOf(masked.charAt(at + 2))
                    : -1;
            if (run >= 0) {
                take(run + SHORTEST_RUN);
                at += 3;
            } else if (masked.charAt(at) == '*') {
                take(1);
                at++;
            } else {
                link.writeBytes(masked.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
                at++;
            }
        }
        return link.toString(StandardCharsets.UTF_8);
    }

    /** An asterisk that was in the link itself has nothing to be replaced by. */
    private void take(int octets) {
        int taken = Math.min(octets, replaced.length - used);
        if (taken == 0) {
            link.write('*');
        }
        link.write(replaced, used, taken);
        used += taken;
    }
}
