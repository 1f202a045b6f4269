package net.bpsolutions.sending.gateway.smtp;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import net.bpsolutions.sending.gateway.smtp.Answer.Deferred;
import net.bpsolutions.sending.gateway.smtp.Answer.Refused;
import net.bpsolutions.sending.gateway.smtp.Answer.Rejected;
import net.bpsolutions.sending.gateway.smtp.Answer.Unanswered;
import net.bpsolutions.sending.gateway.smtp.Answer.Unreachable;

/** What a failure of the mail client means. */
final class Answers {

    private static final Pattern ENHANCED_STATUS =
            Pattern.compile("^(?:\\d{3}[ -])?([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s|$)");

    private Answers() {}

    static Answer of(Throwable failure) {
        return switch (failure) {
            case SMTPException smtp -> of(smtp);
            case ConnectException _, UnknownHostException _, NoRouteToHostException _, SSLException _ ->
                new Unreachable();
            // The mail client says only in words what came of the opening.
            case Throwable other when says(other, "STARTTLS required") -> new Unreachable();
            case Throwable other when says(other, "exceeds allowed size") -> new Rejected("", Refused.MAIL);
            default -> new Unanswered();
        };
    }

    private static Answer of(SMTPException failure) {
        String reply = reply(failure);
        if (says(failure, "recipient address not accepted")) {
            return permanent(failure)
                    ? new Rejected(reply, Refused.RECIPIENT)
                    : new Deferred(reply, "recipient-deferred");
        }
        if (says(failure, "sender address not accepted")) {
            return permanent(failure) ? new Rejected(reply, Refused.SENDER) : new Deferred(reply, "sender-deferred");
        }
        if (says(failure, "DATA command not accepted") || says(failure, "sending data failed")) {
            return permanent(failure) ? new Rejected(reply, Refused.MAIL) : new Deferred(reply, "mail-deferred");
        }
        // Greeting, EHLO, STARTTLS, AUTH: whatever the code, the mail has not been looked at.
        return new Deferred(reply, "relay-not-ready");
    }

    /** A mail server that says goodbye with 421 ends the session, not the mail. */
    private static boolean permanent(SMTPException failure) {
        return failure.getReplyCode() >= 500;
    }

    private static String reply(SMTPException failure) {
        String code = Integer.toString(failure.getReplyCode());
        String text = failure.getReplyMessages().isEmpty()
                ? ""
                : failure.getReplyMessages().getFirst();
        Matcher enhanced = ENHANCED_STATUS.matcher(text);
        return enhanced.find() ? code + " " + enhanced.group(1) : code;
    }

    private static boolean says(Throwable failure, String words) {
        return failure.getMessage() != null && failure.getMessage().contains(words);
    }
}
