package net.bpsolutions.sending.gateway.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what security gateways and trackers put around links, to a fixed point: percent-encoding (Microsoft Safe Links,
 * Barracuda, Google, Proofpoint v1 and most others), Proofpoint v2 and v3, Base64. What does not hold the link at all,
 * like Mimecast's, is told apart.
 */
final class WrappedLinks {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_LINKS = 300;
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"']{1,8000}+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("[?&;](?:amp;)?[a-zA-Z_]{1,20}=([^&;\\s]++)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{40,}={0,2}");
    private static final Pattern PROOFPOINT_2 =
            Pattern.compile("urldefense\\.(?:proofpoint\\.)?com/v2/url\\?u=([^&\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROOFPOINT_3 =
            Pattern.compile("urldefense\\.(?:us/|com/)v3/__(.+?)__;([^!]*)!", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDECODABLE = Pattern.compile(
            "https?://[a-z0-9.-]{0,80}(?:mimecast(?:protect)?\\.com/|hornetsecurity\\.com/|emailprotection\\.link/)",
            Pattern.CASE_INSENSITIVE);

    private WrappedLinks() {}

    /** Everything that the links of a text turn out to hold. */
    static Set<String> undone(String text) {
        Set<String> found = new LinkedHashSet<>();
        URL.matcher(text).results().limit(MAX_LINKS).forEach(link -> undo(link.group(), found, 0));
        return found;
    }

    /** Whether a link is there that only its maker can follow. */
    static boolean isUndecodable(String text) {
        return UNDECODABLE.matcher(text).find();
    }

    private static void undo(String link, Set<String> found, int depth) {
        if (depth < MAX_DEPTH) {
            for (String inner : unwrappedOnce(link)) {
                if (!inner.equals(link) && found.size() < MAX_LINKS && found.add(inner)) {
                    undo(inner, found, depth + 1);
                }
            }
        }
    }

    private static List<String> unwrappedOnce(String link) {
        List<String> inner = new ArrayList<>();
        Matcher second = PROOFPOINT_2.matcher(link);
        if (second.find()) {
            inner.add(percentDecoded(second.group(1).replace('-', '%').replace('_', '/')));
        }
        Matcher third = PROOFPOINT_3.matcher(link);
        if (third.find()) {
            inner.add(ProofpointV3.decoded(third.group(1), third.group(2)));
        }
        inner.add(percentDecoded(link));
        inner.add(link.replace("&amp;", "&"));
        PARAMETER.matcher(link).results().limit(20).map(match -> match.group(1)).forEach(value -> {
            if (BASE64.matcher(value).matches()) {
                inner.add(base64Decoded(value));
            }
        });
        return inner;
    }

    private static String percentDecoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    private static String base64Decoded(String text) {
        try {
            String standard = text.replace('-', '+').replace('_', '/').replace("=", "");
            return new String(Base64.getDecoder().decode(standard), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
