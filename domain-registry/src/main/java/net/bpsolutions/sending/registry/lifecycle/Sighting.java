package net.bpsolutions.sending.registry.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one check showed, as far as decisions need it.
 *
 * @param at when DNS was asked
 * @param failing owner names of the required records that were bad; none when all were good
 * @param selectorLeft false when every DKIM selector was bad
 * @param policy the DMARC policy; null when it could not be read
 */
public record Sighting(
        Instant at,
        Set<String> failing,
        boolean selectorLeft,
        @Nullable DmarcPolicy policy) {

    /** By time; at the same time the good one counts as the later. */
    static final Comparator<Sighting> IN_TIME = Comparator.comparing(Sighting::at)
            .thenComparing(Sighting::isGood)
            .thenComparing(sighting -> String.join(" ", new TreeSet<>(sighting.failing())))
            .thenComparing(Sighting::selectorLeft)
            .thenComparing(Sighting::policy, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Copies the names, so that the sighting cannot change. */
    public Sighting {
        failing = Set.copyOf(failing);
    }

    boolean isGood() {
        return failing.isEmpty();
    }
}
