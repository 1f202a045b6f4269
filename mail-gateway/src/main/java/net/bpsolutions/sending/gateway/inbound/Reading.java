package net.bpsolutions.sending.gateway.inbound;

/** What came of reading a mail. */
sealed interface Reading {

    record Understood(InboundMail mail) implements Reading {}

    /** It is beyond the limits of {@link MailReader}, or no mail at all. */
    record Unreadable() implements Reading {}
}
