package net.bpsolutions.sending.gateway.smtp;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.bpsolutions.sending.gateway.smtp.Answer.Deferred;
import net.bpsolutions.sending.gateway.smtp.Answer.NotAuthorised;
import net.bpsolutions.sending.gateway.smtp.Answer.Refused;
import net.bpsolutions.sending.gateway.smtp.Answer.Rejected;

/** What a reply that is not positive means for the mail it was given for. */
final class Replies {

    /**
     * Always about the sender's authorisation: DKIM, SPF, several of them (RFC 7372 §3), and what Exchange Online says of
     * DMARC and of senders that authenticate too little.
     */
    private static final Set<String> AUTHORISATION =
            Set.of("5.7.20", "5.7.21", "5.7.22", "5.7.23", "5.7.26", "5.7.509", "5.7.515");

    /** 5.7.1 and 5.7.0 may mean anything, so the words decide; "unsigned" is Mandrill's. */
    private static final Pattern WORDS = Pattern.compile("\\bunsigned\\b|\\bdmarc\\b|unauthenticated e?-?mail"
            + "|not authori[sz]ed to (?:use|send (?:as|from|e?mails? from|on behalf of)) |not owned by user");

    private static final Set<String> VAGUE = Set.of("", "5.7.0", "5.7.1");

    private Replies() {}

    /** @param what the reply was about: the command it answered */
    static Answer of(Reply reply, Refused what) {
        if (!reply.permanent()) {
            return new Deferred(reply.codes(), deferral(what));
        }
        return isNotAuthorised(reply) ? new NotAuthorised(reply.codes()) : new Rejected(reply.codes(), what);
    }

    private static boolean isNotAuthorised(Reply reply) {
        return AUTHORISATION.contains(reply.status())
                || (VAGUE.contains(reply.status())
                        && WORDS.matcher(reply.text().toLowerCase(Locale.ROOT)).find());
    }

    private static String deferral(Refused what) {
        return switch (what) {
            case SENDER -> "sender-deferred";
            case RECIPIENT -> "recipient-deferred";
            case MAIL -> "mail-deferred";
        };
    }
}
