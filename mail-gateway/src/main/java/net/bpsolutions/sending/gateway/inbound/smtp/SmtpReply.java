package net.bpsolutions.sending.gateway.inbound.smtp;

/**
 * One reply line; its text never repeats what the client sent.
 *
 * @param code RFC 5321 §4.2.3; 421 and 521 end the connection
 * @param text enhanced status code (RFC 3463) and words, printable ASCII
 */
public record SmtpReply(int code, String text) {

    /** The mail is ours now. */
    public static final SmtpReply ACCEPTED = new SmtpReply(250, "2.0.0 Accepted");

    /** Something of ours is away; the sender is to try again. */
    public static final SmtpReply TRY_LATER = new SmtpReply(451, "4.3.0 Temporarily unavailable, try again later");

    static final SmtpReply OK = new SmtpReply(250, "2.0.0 OK");

    boolean positive() {
        return code < 400;
    }

    /** The client has done something that it should not repeat; what is only put off is not its fault. */
    boolean blames() {
        return code >= 500;
    }

    boolean endsConnection() {
        return code == 421 || code == 521;
    }

    String wire() {
        return code + " " + text + "\r\n";
    }
}
