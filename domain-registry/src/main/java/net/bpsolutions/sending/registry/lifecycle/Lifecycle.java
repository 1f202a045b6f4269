package net.bpsolutions.sending.registry.lifecycle;

import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;

/** Decides the status of a registration from facts (design §4). */
public final class Lifecycle {

    private Lifecycle() {}

    /** What becomes of the registration; asking again once it is done says {@code Stay}. */
    public static Decision decide(Facts facts) {
        DomainStatus before = facts.standing().status();
        DomainStatus status = status(facts);
        SendingAs name = sendingAs(status, facts.ownAccount());
        if (status != before) {
            return new Decision.Move(status, name, cause(before, status, facts));
        }
        if (name != facts.standing().sendingAs()) {
            return new Decision.Move(status, name, facts.ownAccount() ? Cause.OWN_ACCOUNT : Cause.OWN_ACCOUNT_ENDED);
        }
        return new Decision.Stay();
    }

    /** The name in use at a status; an operator's hold also stops the exemption of a clinic with its own account. */
    public static SendingAs sendingAs(DomainStatus status, boolean ownAccount) {
        return switch (status) {
            case SUSPENDED -> SendingAs.FALLBACK;
            case VERIFIED, DEGRADED -> ownAccount ? SendingAs.OWN_ACCOUNT : SendingAs.NATIVE;
            case PENDING, LAPSED -> ownAccount ? SendingAs.OWN_ACCOUNT : SendingAs.FALLBACK;
        };
    }

    private static DomainStatus status(Facts facts) {
        if (facts.held()) {
            return DomainStatus.SUSPENDED;
        }
        if (!facts.ownership()) {
            return DomainStatus.PENDING;
        }
        if (facts.soundness() == Soundness.SOUND) {
            return DomainStatus.VERIFIED;
        }
        return facts.standing().verifiedBefore() ? afterVerified(facts) : DomainStatus.PENDING;
    }

    private static DomainStatus afterVerified(Facts facts) {
        return switch (facts.soundness()) {
            case SOUND, DOUBTED -> DomainStatus.VERIFIED;
            case DEGRADED -> DomainStatus.DEGRADED;
            case GRACE_OVER, STRANDED -> DomainStatus.LAPSED;
            case UNSEEN -> unseen(facts.standing().status());
        };
    }

    /** Verified before, but on what is not known any more: nothing is taken away, and nothing given back. */
    private static DomainStatus unseen(DomainStatus status) {
        return switch (status) {
            case VERIFIED, DEGRADED, LAPSED -> status;
            case PENDING, SUSPENDED -> DomainStatus.LAPSED;
        };
    }

    private static Cause cause(DomainStatus before, DomainStatus after, Facts facts) {
        if (before == DomainStatus.SUSPENDED) {
            return Cause.SUSPENSION_LIFTED;
        }
        return switch (after) {
            case SUSPENDED -> Cause.SUSPENDED;
            case PENDING -> Cause.OWNERSHIP_MISSING;
            case VERIFIED -> before == DomainStatus.PENDING ? Cause.REQUIREMENTS_MET : Cause.RECORDS_RESTORED;
            case DEGRADED -> Cause.RECORDS_FAILED;
            case LAPSED -> facts.soundness() == Soundness.STRANDED ? Cause.NO_SELECTOR_LEFT : Cause.GRACE_OVER;
        };
    }
}
