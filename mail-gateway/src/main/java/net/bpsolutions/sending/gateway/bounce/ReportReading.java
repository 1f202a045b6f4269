package net.bpsolutions.sending.gateway.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bpsolutions.sending.gateway.inbound.InboundMail;
import net.bpsolutions.sending.gateway.inbound.Trace;
import net.bpsolutions.sending.gateway.ledger.Bounce;
import org.jspecify.annotations.Nullable;

/** Reads reports, the standard ones by their fields and the free-form ones by their words. */
public final class ReportReading {

    private static final Pattern COMPLAINT =
            Pattern.compile("^feedback-type:\\s*(?:abuse|fraud|virus|other|opt-out)\\b", flags());
    private static final Pattern ACTION = Pattern.compile("^action:\\s*([a-z]+)", flags());
    private static final Pattern STATUS = Pattern.compile("^status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})", flags());
    private static final Pattern DIAGNOSTIC = Pattern.compile("^diagnostic-code:(.*(?:\\R[ \\t].*){0,50})", flags());
    private static final Pattern GROUPS = Pattern.compile("(?>\\R)[ \\t]*(?>\\R)");
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\d.])([45])\\d\\d[ -](?!\\d)");
    private static final Pattern UNAUTHORISED = Pattern.compile(
            "5\\.7\\.2[0-9]|5\\.7\\.(?:9|509|515)\\b|dmarc|unauthenticated|not authenticated|\\bspf\\b|\\bdkim\\b"
                    + "|sender policy framework|authentication (?:level|requirements)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOBODY = Pattern.compile(
            "(?:user|mailbox|address|recipient|account|domain|host)s?[\\w\\s<>()@.:'\"-]{0,80}?"
                    + "(?:unknown|not found|not listed in|not recognized|does(?: not|n't) (?:exist|have an? )|not exist|no longer"
                    + "|inactive|disabled|invalid)"
                    + "|(?:benutzer|empf.{1,2}nger|postfach|utilisateur|destinataire|usuario|destinatario)[\\w\\s<>()@.:'\"-]{0,80}?"
                    + "(?:unbekannt|existiert nicht|inconnu|inexistant|invalide|desconocido|no existe|sconosciuto)"
                    + "|no such (?:user|mailbox|address|recipient|domain|person)|unknown (?:user|recipient|mailbox|address)"
                    + "|no mailbox here|unrouteable address|undeliverable address|invalid recipient",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAEMON = Pattern.compile(
            "^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|bounces?|mail-?delivery)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILURE = Pattern.compile(
            "undeliver|delivery (?:has )?fail|failure notice|returned mail|could not be (?:delivered|sent)|returned to sender"
                    + "|delivery status notification|mail delivery|was not delivered to|did not reach the following"
                    + "|unzustellbar|nicht zugestellt|non remis|non distribuable|no se (?:ha podido|pudo) entregar|mancato recapito"
                    + "|onbestelbaar|niet bezorgd|niedostarcz",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELAY = Pattern.compile(
            "not yet been delivered|attempts will continue|still being retried|will (?:keep|continue) (?:to try|trying)"
                    + "|this is a warning message only|notification \\(delay\\)",
            Pattern.CASE_INSENSITIVE);

    /** Characters that are looked at: the reason stands before what came back. */
    private static final int MAX_REASON = 64 << 10;

    /** Codes behind which anything may be: the words decide. */
    private static final Set<String> SAYS_NOTHING = Set.of("5.0.0", "5.1.0", "5.5.0", "5.4.0");

    private static final Set<String> ABOUT_THE_SENDER = Set.of("5.1.7", "5.1.8");

    private ReportReading() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
    }

    /**
     * Reads.
     *
     * @param nullSender the envelope had no reverse path
     */
    public static Report of(InboundMail mail, boolean nullSender) {
        if (!isByMachine(mail, nullSender)) {
            // Whatever is attached: a person sends a report on, and must not be mistaken for one.
            return new Report.None();
        }
        Trace trace = mail.trace();
        List<String> ids = new ArrayList<>(trace.quoted());
        ids.addAll(trace.references());
        if (trace.feedback() != null) {
            return COMPLAINT.matcher(trace.feedback()).find()
                    ? new Report.Failed(ids, Bounce.Kind.COMPLAINT, null, false)
                    : new Report.Progress();
        }
        if (trace.status() != null) {
            return standard(within(trace.status()), ids);
        }
        if (!isBounce(mail)) {
            return new Report.None();
        }
        String text = within(String.join("\n", mail.texts()));
        return DELAY.matcher(mail.subject() + "\n" + text).find() ? new Report.Progress() : freeForm(text, ids);
    }

    private static String within(String report) {
        return report.substring(0, Math.min(report.length(), MAX_REASON));
    }

    /** The first recipient who did not get it; a report of several holds a group of fields for each (RFC 3464 §2.1). */
    private static Report standard(String all, List<String> ids) {
        return GROUPS.splitAsStream(all)
                .filter(ReportReading::saysFailed)
                .findFirst()
                .map(fields -> recipient(fields, ids))
                .orElseGet(Report.Progress::new);
    }

    /** A report that leaves the action out says it by the status. */
    private static boolean saysFailed(String fields) {
        String action = first(ACTION, fields);
        String status = first(STATUS, fields);
        return action == null ? status != null && status.startsWith("5.") : action.equalsIgnoreCase("failed");
    }

    private static Report recipient(String fields, List<String> ids) {
        String diagnostic = first(DIAGNOSTIC, fields);
        String said = diagnostic == null ? "" : diagnostic;
        String status = first(STATUS, fields);
        String precise = first(ENHANCED, said);
        // Many gateways say 5.0.0 and let the receiver's own words follow.
        String best = precise != null && (status == null || status.endsWith(".0.0")) ? precise : status;
        return failed(best, said, ids);
    }

    /** A person who writes with the null sender does not exist. */
    private static boolean isByMachine(InboundMail mail, boolean nullSender) {
        boolean daemon =
                mail.author() != null && DAEMON.matcher(mail.author().value()).matches();
        return nullSender || daemon || mail.automatic();
    }

    /** Absence notes say no failure. */
    private static boolean isBounce(InboundMail mail) {
        return FAILURE.matcher(mail.subject()).find()
                || mail.texts().stream().anyMatch(text -> FAILURE.matcher(text).find());
    }

    private static Report freeForm(String text, List<String> ids) {
        String status = first(ENHANCED, text);
        String digit = first(REPLY_CODE, text);
        if (status == null && digit != null) {
            boolean nobody = NOBODY.matcher(text).find();
            return new Report.Failed(
                    ids,
                    digit.equals("5") && nobody ? Bounce.Kind.HARD : Bounce.Kind.SOFT,
                    null,
                    UNAUTHORISED.matcher(text).find() && !nobody);
        }
        return failed(status, text, ids);
    }

    private static Report failed(@Nullable String status, String said, List<String> ids) {
        boolean unauthorised = status != null
                && status.startsWith("5.7.")
                && UNAUTHORISED.matcher(status + " " + said).find();
        Bounce.Kind kind = !unauthorised && isHard(status, said) ? Bounce.Kind.HARD : Bounce.Kind.SOFT;
        return new Report.Failed(ids, kind, status, unauthorised);
    }

    /** 5.1.x are about the address (RFC 3463 §3.2), 5.2.1 is a mailbox disabled, 5.4.4 no host to deliver to. */
    private static boolean isHard(@Nullable String status, String said) {
        if (status == null || SAYS_NOTHING.contains(status)) {
            return NOBODY.matcher(said).find();
        }
        boolean address = status.startsWith("5.1.") && !ABOUT_THE_SENDER.contains(status);
        return address || status.equals("5.2.1") || status.equals("5.4.4");
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
