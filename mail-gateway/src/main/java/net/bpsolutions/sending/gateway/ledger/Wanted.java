package net.bpsolutions.sending.gateway.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ledger.
 *
 * @param slots at most so many deliveries
 * @param clinics whose own mail it may be; null for everybody's, and for notices of ours
 */
public record Wanted(int slots, @Nullable Set<String> clinics) {

    /** Nothing at all. */
    public static final Wanted NOTHING = new Wanted(0, null);

    /** Copies the clinics, so that they cannot change. */
    public Wanted {
        clinics = clinics == null ? null : Set.copyOf(clinics);
    }

    /** Whatever is due. */
    public static Wanted ofAll(int slots) {
        return new Wanted(slots, null);
    }

    /** Whether there is no need to ask. */
    public boolean isNothing() {
        return slots == 0 || (clinics != null && clinics.isEmpty());
    }

    String @Nullable [] clinicIds() {
        return clinics == null ? null : clinics.toArray(String[]::new);
    }
}
