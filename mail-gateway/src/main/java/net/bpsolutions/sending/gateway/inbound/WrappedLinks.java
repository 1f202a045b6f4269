package net.bpsolutions.sending.gateway.inbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Undoes what security gateways and trackers put around links, to a fixed point: percent-encoding (Microsoft Safe Links,
 * Barracuda, Google, Cisco, Trend Micro, FireEye, Symantec, Proofpoint v1 and most others), Proofpoint v2 and v3, Base64
 * (Sophos, click trackers). No link is followed. What does not hold our link at all, like Mimecast's, is told apart. For one
 * mail, because what it may cost is counted.
 */
final class WrappedLinks {

    /** Links that one mail can give; a forwarded message has about a dozen. */
    static final int MAX_LINKS = 1000;

    /** Characters that are looked at for one mail, those of all links together. */
    private static final int MAX_WORK = 1_500_000;

    /** A gateway of the clinic, one of its provider, one of whoever forwarded it, a tracker: each takes two steps at most. */
    private static final int MAX_DEPTH = 12;

    private static final int MAX_LENGTH = 16_000;
    private static final Pattern URL =
            Pattern.compile("(?:https?://|urldefense\\.)[^\\s<>\"]{1," + MAX_LENGTH + "}+", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDECODABLE = Pattern.compile(
            "https?://(?:protect[a-z0-9-]{0,20}\\.mimecast\\.com/s/|atpscan\\.global\\.hornetsecurity\\.com/"
                    + "|protect\\.checkpoint\\.com/v2/"
                    + "|(?:[a-z0-9-]{1,40}\\.){0,6}(?:mimecastprotect\\.com/s/|inky\\.com/link\\?|emailprotection\\.link/))",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> found = new LinkedHashSet<>();
    private int work;

    private record Step(String link, int depth) {}

    /** Whether a link is there that only its maker can follow. */
    static boolean isUndecodable(String text) {
        return UNDECODABLE.matcher(text).find();
    }

    /** What the links of a text turn out to hold and no text of the mail before it held, the nearest first. */
    List<String> undone(String text) {
        Queue<Step> open = new ArrayDeque<>();
        URL.matcher(text).results().limit(MAX_LINKS).forEach(link -> open.add(new Step(link.group(), 0)));
        List<String> inner = new ArrayList<>();
        while (!open.isEmpty() && worthwhile(open.element().link())) {
            Step step = open.remove();
            for (String link : undoneOnce(step.link())) {
                boolean deeper = step.depth() < MAX_DEPTH && !link.equals(step.link());
                if (deeper && worthwhile(link) && found.add(link)) {
                    inner.add(link);
                    open.add(new Step(link, step.depth() + 1));
                }
            }
        }
        return inner;
    }

    private boolean worthwhile(String link) {
        work += link.length();
        return work <= MAX_WORK && found.size() < MAX_LINKS && link.length() <= MAX_LENGTH;
    }

    private static List<String> undoneOnce(String link) {
        List<String> inner = new ArrayList<>(Proofpoint.undone(link));
        inner.add(Escapes.percentDecoded(link));
        inner.add(Escapes.ampersands(link));
        inner.addAll(Escapes.base64Decoded(link));
        return inner;
    }
}
