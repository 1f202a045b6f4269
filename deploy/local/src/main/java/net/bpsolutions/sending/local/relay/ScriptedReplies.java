package net.bpsolutions.sending.local.relay;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.RejectException;

/** What a test wants a recipient to be answered with, instead of 250. */
public final class ScriptedReplies {

    private static final Pattern REPLY = Pattern.compile("([245]\\d\\d)(?: (.*))?");

    private final Map<String, String> atRcpt = new ConcurrentHashMap<>();
    private final Map<String, String> atData = new ConcurrentHashMap<>();

    /** Answers RCPT TO {@code recipient}; a 2xx reply accepts. */
    public void atRcpt(String recipient, String smtpReply) {
        atRcpt.put(key(recipient), checked(smtpReply));
    }

    /** Answers the end of DATA of a mail for {@code recipient}; a 2xx reply accepts. */
    public void atData(String recipient, String smtpReply) {
        atData.put(key(recipient), checked(smtpReply));
    }

    void checkRcpt(String recipient) throws RejectException {
        check(atRcpt, recipient);
    }

    void checkData(Collection<String> recipients) throws RejectException {
        for (String recipient : recipients) {
            check(atData, recipient);
        }
    }

    private static void check(Map<String, String> replies, String recipient) throws RejectException {
        Matcher reply = REPLY.matcher(replies.getOrDefault(key(recipient), "250 OK"));
        if (reply.matches() && !reply.group(1).startsWith("2")) {
            throw new RejectException(Integer.parseInt(reply.group(1)), String.valueOf(reply.group(2)));
        }
    }

    private static String key(String recipient) {
        return recipient.toLowerCase(Locale.ROOT);
    }

    private static String checked(String smtpReply) {
        if (!REPLY.matcher(smtpReply).matches()) {
            throw new IllegalArgumentException("not a reply of one line (RFC 5321 §4.2): " + smtpReply);
        }
        return smtpReply;
    }
}
