package net.bpsolutions.sending.gateway.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Proofpoint URL Defense v3: the link stands there with every special character replaced by {@code *}, or a run of them by
 * {@code **} and a letter for its length, and what was replaced follows as Base64.
 */
final class ProofpointV3 {

    private static final String LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SHORTEST_RUN = 2;

    private ProofpointV3() {}

    /** The link, or the masked one when the characters cannot be read. */
    static String decoded(String masked, String base64) {
        String replaced;
        try {
            replaced = new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return masked;
        }
        StringBuilder link = new StringBuilder();
        int used = 0;
        for (int i = 0; i < masked.length(); i++) {
            if (masked.charAt(i) != '*') {
                link.append(masked.charAt(i));
                continue;
            }
            int length = 1;
            if (masked.startsWith("**", i) && i + 2 < masked.length()) {
                length = LENGTHS.indexOf(masked.charAt(i + 2)) + SHORTEST_RUN;
                i += 2;
            }
            int end = Math.min(used + length, replaced.length());
            link.append(replaced, used, end);
            used = end;
        }
        return link.toString();
    }
}
