package net.bpsolutions.sending.gateway.inbound.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The content of a mail as it comes in, without dot-stuffing (RFC 5321 §4.5.2), and never more of it than allowed. */
final class MailData {

    /** How many times the limit is read and dropped so that the client hears a proper refusal, before it is cut off. */
    private static final int PATIENCE = 4;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final int maxSize;
    private long size;

    MailData(int maxSize) {
        this.maxSize = maxSize;
    }

    static boolean ends(String line) {
        return line.equals(".");
    }

    void append(String line) {
        String unstuffed = line.startsWith(".") ? line.substring(1) : line;
        size += unstuffed.length() + 2L;
        if (!tooLarge()) {
            content.writeBytes((unstuffed + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    boolean tooLarge() {
        return size > maxSize;
    }

    boolean hopeless() {
        return size > (long) PATIENCE * maxSize;
    }

    byte[] octets() {
        return content.toByteArray();
    }
}
