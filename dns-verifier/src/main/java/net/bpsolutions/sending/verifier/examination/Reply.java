package net.bpsolutions.sending.verifier.examination;

import java.util.List;
import net.bpsolutions.sending.verifier.lookup.Lookup;

/**
 * What one server said.
 *
 * @param lookup the outcome
 * @param authoritative the AA bit (RFC 1035 §4.1.1)
 * @param referral name servers of the zone that the server refers to, when that zone is exactly the name asked for
 */
record Reply(Lookup lookup, boolean authoritative, List<String> referral) {

    static Reply unavailable(Lookup.Unavailable unavailable) {
        return new Reply(unavailable, false, List.of());
    }

    /** Whether it settles the question, one way or the other. */
    boolean isDefinite() {
        return !(lookup instanceof Lookup.Unavailable);
    }
}
