package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What DNS said about a domain.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param causeId the event that asked for the check
 * @param domain the clinic's domain
 * @param records a verdict on every expected record, in the order asked
 * @param nameservers the authoritative servers of the domain; empty when not looked at
 * @param dnsHost who hosts the zone, when recognised
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DnsChecked(
        UUID id,
        Instant occurredAt,
        UUID causeId,
        DomainName domain,
        List<RecordCheck> records,
        List<String> nameservers,
        @Nullable String dnsHost)
        implements Event {

    /** Copies the collections, so that the event cannot change. */
    public DnsChecked {
        records = List.copyOf(records);
        nameservers = List.copyOf(nameservers);
    }
}
