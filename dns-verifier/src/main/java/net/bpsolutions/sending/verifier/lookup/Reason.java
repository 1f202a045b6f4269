package net.bpsolutions.sending.verifier.lookup;

import net.bpsolutions.sending.events.FindingCode;

/** Why a question has no answer; none of these means that the record is absent. */
public enum Reason {
    /** No server answered in time. */
    TIMEOUT(FindingCode.TIMEOUT),

    /** RCODE 2, or a reply nobody can use. */
    SERVFAIL(FindingCode.SERVFAIL),

    /** RCODE 5. */
    REFUSED(FindingCode.REFUSED),

    /** The authoritative servers say different things. */
    NAMESERVERS_DISAGREE(FindingCode.NAMESERVERS_DISAGREE),

    /** Validating resolvers refuse the answer, although the servers give it: its signatures do not hold (RFC 4035 §5). */
    DNSSEC_BOGUS(FindingCode.DNSSEC_BOGUS),

    /** The delegation leads to servers that have no address, or that are not authoritative. */
    LAME_DELEGATION(FindingCode.LAME_DELEGATION);

    private final FindingCode code;

    Reason(FindingCode code) {
        this.code = code;
    }

    /** What it is called among the findings. */
    public FindingCode code() {
        return code;
    }
}
