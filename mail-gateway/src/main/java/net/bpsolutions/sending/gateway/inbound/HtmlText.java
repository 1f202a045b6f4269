package net.bpsolutions.sending.gateway.inbound;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader of HTML would see, and where its links lead. Every pattern is linear in its input. */
final class HtmlText {

    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][^\\s<>]*+)([^<>]*+)>");
    private static final Pattern HREF = Pattern.compile(
            "(?:href|originalsrc|data-saferedirecturl|title)\\s?=\\s?(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,16});");
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Set<String> BREAKS =
            Set.of("br", "p", "/p", "div", "/div", "tr", "/tr", "td", "/td", "li", "blockquote", "/blockquote", "hr");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("equals", "="),
            Map.entry("shy", ""),
            Map.entry("zwnj", ""),
            Map.entry("zwj", ""),
            Map.entry("zerowidthspace", ""));

    private HtmlText() {}

    static String of(String html) {
        StringBuilder text = new StringBuilder(html.length());
        StringBuilder links = new StringBuilder();
        Matcher tag = TAG.matcher(html);
        Matcher href = HREF.matcher(html);
        int end = 0;
        while (tag.find()) {
            text.append(html, end, tag.start());
            end = tag.end();
            if (breaksLine(tag.group(1))) {
                text.append('\n');
                end = afterLineEnds(html, end);
            }
            href.region(tag.start(2), tag.end(2));
            while (href.find()) {
                // A blank line keeps it from being joined to the next; white space within was put there by line wraps.
                links.append("\n\n").append(WHITE.matcher(firstGroup(href)).replaceAll(""));
            }
        }
        text.append(html, end, html.length());
        return unescaped(text.append(links).append('\n'));
    }

    /** A line end in the source shows nothing beside a break; taken for one, it would make a blank line of it. */
    private static int afterLineEnds(String html, int start) {
        int at = start;
        while (at < html.length() && (html.charAt(at) == '\r' || html.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }

    private static boolean breaksLine(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return BREAKS.contains(
                lower.endsWith("/") && lower.length() > 1 ? lower.substring(0, lower.length() - 1) : lower);
    }

    private static String firstGroup(Matcher href) {
        for (int group = 1; group <= href.groupCount(); group++) {
            if (href.group(group) != null) {
                return href.group(group);
            }
        }
        return "";
    }

    private static String unescaped(CharSequence text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
    }

    private static String character(String name) {
        if (name.startsWith("#x") || name.startsWith("#X")) {
            return codePoint(Integer.parseInt(name.substring(2), 16));
        }
        if (name.startsWith("#")) {
            return codePoint(Integer.parseInt(name.substring(1)));
        }
        return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), "&" + name + ";");
    }

    private static String codePoint(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }
}
