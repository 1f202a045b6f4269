package net.bpsolutions.sending.registry.account;

import java.time.Instant;
import net.bpsolutions.sending.registry.precondition.Tagged;
import org.jspecify.annotations.Nullable;

/**
 * Whether a clinic sends through a provider account of its own.
 *
 * @param clinicId the clinic
 * @param exempt whether it does
 * @param since when that began or ended; null when it never did
 */
public record OwnAccountJson(
        String clinicId, boolean exempt, @Nullable Instant since) implements Tagged {

    static OwnAccountJson of(String clinicId, @Nullable OwnAccount found) {
        return found == null
                ? new OwnAccountJson(clinicId, false, null)
                : new OwnAccountJson(clinicId, found.exempt, found.since);
    }
}
