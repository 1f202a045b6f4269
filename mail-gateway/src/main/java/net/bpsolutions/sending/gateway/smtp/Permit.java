package net.bpsolutions.sending.gateway.smtp;

/** Asked right before the end of data, the one line after which a mail counts as sent (RFC 5321 §4.1.1.4). */
@FunctionalInterface
public interface Permit {

    /** Whether the mail may still be sent. Never blocks. */
    Ruling ask();

    /** What holds at this moment. */
    enum Ruling {
        /** Send it. */
        GRANTED,

        /** Its own time is over. */
        EXPIRED,

        /** It may be another worker's by now, or this one is stopping. */
        REVOKED
    }
}
