package net.bpsolutions.sending.gateway.smtp;

import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.sender.Identity;

/**
 * One envelope.
 *
 * @param envelopeSender where bounces go
 * @param recipient the envelope recipient, and the only one that To names
 * @param identity the header From and Reply-To
 * @param messageId in angle brackets, the same on every attempt
 * @param requestId a token that finds the request again
 * @param mail what is said
 */
public record Handover(
        Address envelopeSender, Mailbox recipient, Identity identity, String messageId, String requestId, Mail mail) {}
