package net.bpsolutions.sending.gateway.sender;

import java.util.Optional;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;

/** Decides under which name a mail leaves. What is not known to be allowed leaves from the fallback address. */
public final class SenderIdentity {

    private SenderIdentity() {}

    /**
     * Decides for one attempt.
     *
     * @param status what the registry last said of the clinic and the domain of the mail's From
     * @param mail as the producer wants it
     * @param fallback the vendor's address
     */
    public static Identity decide(Optional<SenderStatus> status, Mail mail, Address fallback) {
        SendingAs sendingAs = status.map(SenderStatus::sendingAs).orElse(SendingAs.FALLBACK);
        return switch (sendingAs) {
            case NATIVE, OWN_ACCOUNT -> new Identity(sendingAs, mail.from(), mail.replyTo());
            case FALLBACK -> new Identity(sendingAs, onBehalfOf(mail.from(), fallback), replies(mail));
        };
    }

    /** Without a display name the reader recognises the clinic by its domain. */
    private static Mailbox onBehalfOf(Mailbox original, Address fallback) {
        String name = original.name().isBlank() ? original.address().domain().value() : original.name();
        return new Mailbox(name, fallback);
    }

    private static Mailbox replies(Mail mail) {
        return mail.replyTo() == null ? mail.from() : mail.replyTo();
    }
}
