package net.bpsolutions.sending.gateway.inbound.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One mail of a session, from MAIL to the end of its data (RFC 5321 §3.3). */
final class MailTransaction {

    static final SmtpReply BAD_SEQUENCE = new SmtpReply(503, "5.5.1 Bad sequence of commands");

    private final SmtpLimits.OfMail limits;
    private final Room room;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;
    private @Nullable MailData data;

    MailTransaction(SmtpLimits.OfMail limits, Room room) {
        this.limits = limits;
        this.room = room;
    }

    SmtpReply mail(String reversePath, long declaredSize) {
        if (sender != null) {
            return BAD_SEQUENCE;
        }
        if (declaredSize > limits.maxSize()) {
            return new SmtpReply(552, "5.3.4 Message too large");
        }
        sender = reversePath;
        return new SmtpReply(250, "2.1.0 OK");
    }

    SmtpReply recipient(String address, MailReceiver receiver) {
        if (sender == null) {
            return BAD_SEQUENCE;
        }
        if (recipients.size() >= limits.maxRecipients()) {
            return new SmtpReply(452, "4.5.3 Too many recipients");
        }
        SmtpReply verdict = receiver.recipient(address);
        if (verdict.positive()) {
            recipients.add(address);
        }
        return verdict;
    }

    SmtpReply startData() {
        if (recipients.isEmpty()) {
            return new SmtpReply(503, "5.5.1 No valid recipient");
        }
        data = new MailData(limits.maxSize(), room);
        return new SmtpReply(354, "End data with <CR><LF>.<CR><LF>");
    }

    /** The data that lines belong to; null while they are commands. */
    @Nullable MailData data() {
        return data;
    }

    /** Ends here; the data is the caller's now, who drops it. */
    Envelope finish(String clientAddress, String helo) {
        Envelope envelope = new Envelope(Objects.requireNonNull(sender), recipients, clientAddress, helo);
        data = null;
        abort();
        return envelope;
    }

    /** As if there had been no MAIL. */
    void abort() {
        if (data != null) {
            data.drop();
        }
        data = null;
        sender = null;
        recipients.clear();
    }
}
