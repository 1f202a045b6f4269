package net.bpsolutions.sending.registry.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.lifecycle.Evidence;
import org.jspecify.annotations.Nullable;

/** A registration that is about to be written. */
record NewRegistration(
        UUID id,
        String clinicId,
        DomainName domain,
        @Nullable String contactEmail,
        String setupToken,
        @Nullable Flag flag,
        Instant now,
        Instant secondCheck) {

    /** The name in use from the beginning. */
    static SendingAs sendingAs(boolean exempt) {
        return exempt ? SendingAs.OWN_ACCOUNT : SendingAs.FALLBACK;
    }

    /** The registration once it is written, for a clinic that is exempt or not. */
    Registration written(boolean exempt) {
        Registration written = new Registration();
        written.id = id;
        written.clinicId = clinicId;
        written.domain = domain.value();
        written.setupToken = setupToken;
        written.registeredAt = now;
        written.status = DomainStatus.PENDING;
        written.statusSince = now;
        written.sendingAs = sendingAs(exempt);
        written.sequence = 1;
        written.ownAccount = exempt;
        written.verdicts = List.of();
        written.evidence = Evidence.NONE;
        written.nextCheckAt = secondCheck;
        written.urgent = true;
        written.flag = flag;
        return written;
    }
}
