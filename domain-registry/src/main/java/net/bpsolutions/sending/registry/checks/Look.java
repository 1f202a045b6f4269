package net.bpsolutions.sending.registry.checks;

import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import org.jspecify.annotations.Nullable;

/**
 * A check as it was told, without words.
 *
 * @param checkedAt when DNS was asked
 * @param verdicts what was found
 * @param nameservers the authoritative servers
 * @param dnsHost who hosts the zone, when recognised
 * @param moved whether the status moved by it
 */
public record Look(
        Instant checkedAt,
        List<RecordCheck> verdicts,
        List<String> nameservers,
        @Nullable String dnsHost,
        boolean moved) {

    /** One check serves every claimant of a domain, and none may learn of the others. */
    static Look of(PastCheck check, String ownToken) {
        return new Look(
                check.checkedAt,
                check.verdicts.stream()
                        .filter(verdict -> verdict.purpose() != Purpose.OWNERSHIP
                                || verdict.name().equals(ownToken))
                        .toList(),
                check.nameservers,
                check.dnsHost,
                check.moved);
    }
}
