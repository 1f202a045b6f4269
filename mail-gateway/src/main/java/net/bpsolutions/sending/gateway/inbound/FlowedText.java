package net.bpsolutions.sending.gateway.inbound;

/** Paragraphs of {@code format=flowed} on one line each (RFC 3676 §4), without quote marks. */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /** @param deleteSpace DelSp=yes: the blank that marks a soft break is none of the text */
    static String of(String text, boolean deleteSpace) {
        StringBuilder paragraphs = new StringBuilder(text.length());
        int depth = 0;
        boolean open = false;
        for (String line : text.lines().toList()) {
            int quoted = quoteDepth(line);
            String content = unstuffed(line.substring(quoted));
            if (open && quoted != depth) {
                paragraphs.append('\n');
            }
            open = content.endsWith(" ") && !content.equals(SIGNATURE);
            depth = quoted;
            paragraphs.append(content, 0, content.length() - (open && deleteSpace ? 1 : 0));
            if (!open) {
                paragraphs.append('\n');
            }
        }
        return paragraphs.toString();
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }
}
