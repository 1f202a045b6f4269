package net.bpsolutions.sending.registry.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run of failures comes to.
 *
 * @param degradedAt when there were enough agreeing failures
 * @param strandedAt when no selector was left under a policy that harms
 */
record Run(Optional<Instant> degradedAt, Optional<Instant> strandedAt) {

    static Run of(List<Sighting> sightings, Tolerance tolerance) {
        FailureRun failures = FailureRun.NONE;
        Optional<Instant> degradedAt = Optional.empty();
        for (Sighting sighting : sightings) {
            failures = sighting.isGood()
                    ? FailureRun.NONE
                    : failures.after(sighting.failing(), sighting.at(), tolerance.spacing());
            if (degradedAt.isEmpty() && failures.count() >= tolerance.failures()) {
                degradedAt = Optional.of(sighting.at());
            }
        }
        return new Run(degradedAt, strandedAt(sightings));
    }

    static Optional<Instant> strandedAt(List<Sighting> sightings) {
        DmarcPolicy policy = DmarcPolicy.NONE;
        for (Sighting sighting : sightings) {
            policy = sighting.policy() == null ? policy : sighting.policy();
            if (!sighting.isGood() && !sighting.selectorLeft() && policy.enforces()) {
                return Optional.of(sighting.at());
            }
        }
        return Optional.empty();
    }
}
