package net.bpsolutions.sending.gateway.inbound.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The content of a mail as it comes in, without dot-stuffing (RFC 5321 §4.5.2), and never more of it than allowed. */
final class MailData {

    /** How many times the limit is read and dropped so that the client hears a proper refusal, before it is cut off. */
    private static final int PATIENCE = 4;

    private static final SmtpReply TOO_LARGE = new SmtpReply(552, "5.3.4 Message too large");
    private static final SmtpReply NO_ROOM = new SmtpReply(452, "4.3.1 Too much mail at the moment, try again later");

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final int maxSize;
    private final Room room;
    private long size;
    private long held;
    private boolean noRoom;

    MailData(int maxSize, Room room) {
        this.maxSize = maxSize;
        this.room = room;
    }

    static boolean ends(String line) {
        return line.equals(".");
    }

    void append(String line) {
        String unstuffed = line.startsWith(".") ? line.substring(1) : line;
        int octets = unstuffed.length() + 2;
        size += octets;
        if (refusal().isPresent()) {
            return;
        }
        if (!room.take(octets)) {
            noRoom = true;
            return;
        }
        held += octets;
        content.writeBytes((unstuffed + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Why it cannot be taken as a whole. */
    Optional<SmtpReply> refusal() {
        if (size > maxSize) {
            return Optional.of(TOO_LARGE);
        }
        return noRoom ? Optional.of(NO_ROOM) : Optional.empty();
    }

    boolean hopeless() {
        return size > (long) PATIENCE * maxSize;
    }

    byte[] octets() {
        return content.toByteArray();
    }

    /** Makes room for others; it is not needed any more. */
    void drop() {
        room.giveBack(held);
        held = 0;
    }
}
