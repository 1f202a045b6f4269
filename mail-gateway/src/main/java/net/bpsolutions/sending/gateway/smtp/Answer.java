package net.bpsolutions.sending.gateway.smtp;

/** How an attempt ended. Replies are the reply code and the enhanced status code, never the text. */
public sealed interface Answer {

    /** The relay took responsibility (RFC 5321 §4.2.5). */
    record Accepted(String reply) implements Answer {}

    /** Not now (4yz), or a fault that is not the mail's. */
    record Deferred(String reply, String reason) implements Answer {}

    /** Never (5yz). */
    record Rejected(String reply, Refused what) implements Answer {}

    /** No conversation came about: no mail was sent, and it is nobody's fault but the relay's. */
    record Unreachable() implements Answer {}

    /** The conversation ended without a reply: nobody knows whether the mail was taken. */
    record Unanswered() implements Answer {}

    /** What a 5yz reply was about. */
    enum Refused {
        SENDER,
        RECIPIENT,
        MAIL
    }
}
