package net.bpsolutions.sending.gateway.inbound.smtp;

import io.smallrye.mutiny.Uni;

/** Who decides what is received, and takes it over. */
public interface MailReceiver {

    /**
     * Whether mail for {@code address} is taken; called on the event loop.
     *
     * @param address the envelope recipient as the client wrote it
     * @return 250, or the refusal
     */
    SmtpReply recipient(String address);

    /**
     * Takes a whole mail over. A 250 must not be given before the mail's consequences are durable; after it no bounce is
     * ever generated. A failure becomes 451.
     */
    Uni<SmtpReply> receive(Envelope envelope, byte[] content);
}
