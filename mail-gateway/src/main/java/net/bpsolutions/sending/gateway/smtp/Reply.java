package net.bpsolutions.sending.gateway.smtp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply (RFC 5321 §4.2).
 *
 * @param code three digits
 * @param status the enhanced status code (RFC 3463); empty for none
 * @param lines the text of each line; it may name the recipient, so it stays in this package
 */
record Reply(int code, String status, List<String> lines) {

    private static final Pattern STATUS = Pattern.compile("^([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");

    static Reply of(int code, List<String> lines) {
        Matcher status = STATUS.matcher(lines.getFirst());
        return new Reply(code, status.find() ? status.group(1) : "", List.copyOf(lines));
    }

    /** 2yz. */
    boolean positive() {
        return code / 100 == 2;
    }

    /** 5yz. */
    boolean permanent() {
        return code / 100 == 5;
    }

    /** Go on with the content or the credentials (3yz). */
    boolean intermediate() {
        return code / 100 == 3;
    }

    /** What may leave this package. */
    String codes() {
        return status.isEmpty() ? Integer.toString(code) : code + " " + status;
    }

    String text() {
        return String.join(" ", lines);
    }
}
