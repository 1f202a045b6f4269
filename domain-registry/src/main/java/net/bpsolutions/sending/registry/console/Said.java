package net.bpsolutions.sending.registry.console;

import java.util.Locale;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.registry.lifecycle.Cause;

/** Codes in an operator's words. */
final class Said {

    private Said() {}

    /** For the style of a status. */
    static String tone(DomainStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String tone(RecordState state) {
        return switch (state) {
            case OK -> "verified";
            case MISSING, WRONG, CONFLICT -> "lapsed";
            case UNKNOWN -> "pending";
        };
    }

    static String tone(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "verified";
            case DEFERRED -> "degraded";
            case REJECTED, EXPIRED, BOUNCED -> "lapsed";
            case SUPPRESSED -> "suspended";
        };
    }

    static String meaning(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "The relay took it.";
            case BOUNCED -> "Taken, and returned later.";
            case REJECTED -> "Refused for good, or cancelled.";
            case EXPIRED -> "Not sent in time, and never will be.";
            case SUPPRESSED -> "Not tried: the clinic's mails to this recipient are stopped.";
            case DEFERRED -> "A try that failed for now; it is tried again.";
        };
    }

    static String cause(String code) {
        for (Cause cause : Cause.values()) {
            if (cause.code().equals(code)) {
                return cause(cause);
            }
        }
        return code;
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case REGISTERED -> "The clinic registered the domain.";
            case REQUIREMENTS_MET -> "Records and ownership are in place.";
            case RECORDS_FAILED -> "Required records failed in several checks in a row.";
            case GRACE_OVER -> "The records stayed wrong until the grace period was over.";
            case NO_SELECTOR_LEFT -> "No DKIM selector was left, and the domain's DMARC policy is not none.";
            case RECORDS_RESTORED -> "The records are right again.";
            case OWNERSHIP_MISSING -> "Ownership is not shown any more.";
            case SUSPENDED -> "An operator suspended it.";
            case SUSPENSION_LIFTED -> "An operator lifted the suspension.";
            case OWN_ACCOUNT -> "The clinic got a provider account of its own.";
            case OWN_ACCOUNT_ENDED -> "The clinic gave up its own provider account.";
        };
    }
}
