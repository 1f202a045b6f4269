package net.bpsolutions.sending.registry.lifecycle;

import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;

/**
 * Decides the status of a registration from facts (design §4).
 *
 * @param failuresToDegrade how many agreeing failures degrade a verified domain
 * @param grace how long a degraded domain keeps its own name
 */
public record Lifecycle(int failuresToDegrade, Duration grace) {

    /** What becomes of the registration; asking again once it is done says {@code Stay}. */
    public Decision decide(Facts facts, Instant now) {
        Step step = facts.held() ? new Step(DomainStatus.SUSPENDED, Cause.SUSPENDED) : step(facts, now);
        SendingAs name = sendingAs(step.status(), facts.ownAccount());
        if (step.status() != facts.standing().status()) {
            return new Decision.Move(step.status(), name, step.cause());
        }
        if (name != facts.standing().sendingAs()) {
            return new Decision.Move(
                    step.status(), name, facts.ownAccount() ? Cause.OWN_ACCOUNT : Cause.OWN_ACCOUNT_ENDED);
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

    private Step step(Facts facts, Instant now) {
        return switch (facts.standing().status()) {
            case PENDING -> fromPending(facts);
            case VERIFIED -> fromVerified(facts);
            case DEGRADED -> fromDegraded(facts, now);
            case LAPSED -> fromLapsed(facts);
            case SUSPENDED -> fromHold(facts);
        };
    }

    private static Step fromPending(Facts facts) {
        return met(facts) ? new Step(DomainStatus.VERIFIED, Cause.REQUIREMENTS_MET) : stay(facts);
    }

    private Step fromVerified(Facts facts) {
        if (!facts.ownership()) {
            return new Step(DomainStatus.PENDING, Cause.OWNERSHIP_MISSING);
        }
        return switch (facts.health()) {
            case GOOD, UNKNOWN -> stay(facts);
            case BAD -> {
                if (facts.stranded()) {
                    yield new Step(DomainStatus.LAPSED, Cause.NO_SELECTOR_LEFT);
                }
                yield facts.failures() >= failuresToDegrade
                        ? new Step(DomainStatus.DEGRADED, Cause.RECORDS_FAILED)
                        : stay(facts);
            }
        };
    }

    private Step fromDegraded(Facts facts, Instant now) {
        if (!facts.ownership()) {
            return new Step(DomainStatus.PENDING, Cause.OWNERSHIP_MISSING);
        }
        return switch (facts.health()) {
            case GOOD -> new Step(DomainStatus.VERIFIED, Cause.RECORDS_RESTORED);
            case UNKNOWN -> stay(facts);
            case BAD -> {
                if (facts.stranded()) {
                    yield new Step(DomainStatus.LAPSED, Cause.NO_SELECTOR_LEFT);
                }
                yield now.isBefore(facts.standing().since().plus(grace))
                        ? stay(facts)
                        : new Step(DomainStatus.LAPSED, Cause.GRACE_OVER);
            }
        };
    }

    private static Step fromLapsed(Facts facts) {
        return met(facts) ? new Step(DomainStatus.VERIFIED, Cause.RECORDS_RESTORED) : stay(facts);
    }

    private static Step fromHold(Facts facts) {
        if (met(facts)) {
            return new Step(DomainStatus.VERIFIED, Cause.SUSPENSION_LIFTED);
        }
        boolean lapsed = facts.ownership() && facts.standing().verifiedBefore();
        return new Step(lapsed ? DomainStatus.LAPSED : DomainStatus.PENDING, Cause.SUSPENSION_LIFTED);
    }

    private static boolean met(Facts facts) {
        return facts.ownership() && facts.health() == Health.GOOD;
    }

    private static Step stay(Facts facts) {
        return new Step(facts.standing().status(), Cause.REGISTERED);
    }

    private record Step(DomainStatus status, Cause cause) {}
}
