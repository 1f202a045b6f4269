package net.bpsolutions.sending.local.relay;

import java.util.List;

/** One mail as {@code /messages} lists it. */
record MailSummary(
        String id,
        String receivedAt,
        String envelopeSender,
        List<String> envelopeRecipients,
        String from,
        String replyTo,
        String subject) {

    static MailSummary of(Envelope envelope, byte[] content) {
        MailHeader header = MailHeader.of(content);
        return new MailSummary(
                envelope.id(),
                envelope.receivedAt(),
                envelope.envelopeSender(),
                envelope.envelopeRecipients(),
                header.from(),
                header.replyTo(),
                header.subject());
    }
}
