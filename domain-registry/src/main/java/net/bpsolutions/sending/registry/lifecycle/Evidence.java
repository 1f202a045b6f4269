package net.bpsolutions.sending.registry.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the checks of a registration showed: the latest good one and the failures after it, in the order in which DNS was
 * asked. It is the same in whatever order and however often the checks are told; what is unknown leaves no trace.
 *
 * <p>Of a long run of failures the first and the last {@value #KEPT} are kept, and the first that strands.
 */
public record Evidence(List<Sighting> sightings) {

    /** Nothing seen yet. */
    public static final Evidence NONE = new Evidence(List.of());

    private static final int KEPT = 20;

    /** Copies the sightings, so that the evidence cannot change. */
    public Evidence {
        sightings = List.copyOf(sightings);
    }

    /** The evidence with one more check, made at {@code at}. */
    public Evidence with(Observation observation, Instant at) {
        return switch (observation.health()) {
            case UNKNOWN -> this;
            case GOOD, BAD ->
                with(new Sighting(
                        at,
                        observation.failing(),
                        observation.selectorLeft(),
                        observation.policy().orElse(null)));
        };
    }

    /** How the required records stand. */
    public Soundness soundness(Tolerance tolerance) {
        if (sightings.isEmpty()) {
            return Soundness.UNSEEN;
        }
        Run run = Run.of(sightings, tolerance);
        if (run.strandedAt().isPresent()) {
            return Soundness.STRANDED;
        }
        if (run.degradedAt().isPresent()) {
            Instant end = run.degradedAt().get().plus(tolerance.grace());
            return sightings.getLast().at().isBefore(end) ? Soundness.DEGRADED : Soundness.GRACE_OVER;
        }
        if (!sightings.getFirst().isGood()) {
            return Soundness.UNSEEN;
        }
        return sightings.size() == 1 ? Soundness.SOUND : Soundness.DOUBTED;
    }

    /** Whether the records were good, as far as was known, at or after {@code moment}. */
    public boolean wasGoodSince(Instant moment) {
        return !sightings.isEmpty()
                && sightings.getFirst().isGood()
                && (sightings.size() == 1 || moment.isBefore(sightings.get(1).at()));
    }

    /** Whether the latest check that could tell found the records good. */
    public boolean isGood() {
        return !sightings.isEmpty() && sightings.getLast().isGood();
    }

    private Evidence with(Sighting fresh) {
        TreeSet<Sighting> all = new TreeSet<>(Sighting.IN_TIME);
        all.addAll(sightings);
        all.add(fresh);
        return new Evidence(withoutTheMiddle(sinceGood(List.copyOf(all))));
    }

    private static List<Sighting> sinceGood(List<Sighting> all) {
        int good = all.size() - 1;
        while (good > 0 && !all.get(good).isGood()) {
            good--;
        }
        return all.subList(good, all.size());
    }

    private static List<Sighting> withoutTheMiddle(List<Sighting> run) {
        if (run.size() <= 2 * KEPT + 2) {
            return run;
        }
        Optional<Instant> stranded = Run.strandedAt(run);
        List<Sighting> kept = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            boolean strands = stranded.filter(run.get(i).at()::equals).isPresent();
            if (i <= KEPT || i >= run.size() - KEPT || strands) {
                kept.add(run.get(i));
            }
        }
        return kept;
    }
}
