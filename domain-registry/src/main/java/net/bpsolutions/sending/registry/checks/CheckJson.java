package net.bpsolutions.sending.registry.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.registry.registration.DomainJson.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * A past check.
 *
 * @param id the check
 * @param causeId what asked for it
 * @param checkedAt when DNS was asked
 * @param records what is expected, and what was found then
 * @param nameservers the authoritative servers
 * @param dnsHost who hosts the zone, when recognised
 */
public record CheckJson(
        UUID id,
        UUID causeId,
        Instant checkedAt,
        List<RecordJson> records,
        List<String> nameservers,
        @Nullable String dnsHost) {

    static CheckJson of(PastCheck past, List<RecordJson> records) {
        return new CheckJson(past.key.eventId(), past.causeId, past.checkedAt, records, past.nameservers, past.dnsHost);
    }
}
