package net.bpsolutions.sending.verifier.examination;

import java.util.Optional;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;

/**
 * What one server said.
 *
 * @param lookup the outcome
 * @param authoritative the AA bit (RFC 1035 §4.1.1)
 * @param referral where it says to ask instead
 */
record Reply(Lookup lookup, boolean authoritative, Optional<Referral> referral) {

    /** Nothing was sent, for want of a way there. */
    static final Reply NO_ROUTE = unavailable(new Lookup.Unavailable(Reason.TIMEOUT, "no route"));

    static Reply of(Lookup lookup, boolean authoritative) {
        return new Reply(lookup, authoritative, Optional.empty());
    }

    static Reply unavailable(Lookup.Unavailable unavailable) {
        return of(unavailable, false);
    }

    static Reply silence() {
        return unavailable(new Lookup.Unavailable(Reason.TIMEOUT, ""));
    }

    /** Whether it settles the question, one way or the other. */
    boolean isDefinite() {
        return !(lookup instanceof Lookup.Unavailable);
    }

    /** Whether it settles it with authority. */
    boolean isAuthoritative() {
        return isDefinite() && authoritative;
    }

    boolean isServerFailure() {
        return lookup instanceof Lookup.Unavailable(var reason, var _) && reason == Reason.SERVFAIL;
    }

    boolean isSilence() {
        return lookup instanceof Lookup.Unavailable(var reason, var _) && reason == Reason.TIMEOUT;
    }
}
