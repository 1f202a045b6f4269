package net.bpsolutions.sending.gateway.smtp;

/** How an attempt ended. Replies are the reply code and the enhanced status code, never the text; empty for none. */
public sealed interface Answer {

    /** The relay took responsibility (RFC 5321 §4.2.5). */
    record Accepted(String reply) implements Answer {}

    /** Not now (4yz), or a fault that is not the mail's. */
    record Deferred(String reply, String reason) implements Answer {}

    /** Never (5yz). */
    record Rejected(String reply, Refused what) implements Answer {}

    /** Never under this name (5yz): the relay, or who receives for the recipient, does not let us use it. */
    record NotAuthorised(String reply) implements Answer {}

    /** The relay does not get as far as a mail: none was named, and it is nobody's fault but the relay's. */
    record Unreachable(String reply, String reason) implements Answer {}

    /** The end of data was sent and not answered: nobody knows whether the mail was taken. */
    record Unanswered() implements Answer {}

    /** The end of data was not sent, because the permit was not given. */
    record Withheld(Permit.Ruling ruling) implements Answer {}

    /** What a 5yz reply was about. */
    enum Refused {
        SENDER,
        RECIPIENT,
        MAIL
    }
}
