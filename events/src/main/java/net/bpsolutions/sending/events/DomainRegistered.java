package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clinic registered a domain.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param domainId the registration
 * @param clinicId the clinic
 * @param domain the clinic's domain
 * @param expected every record to look for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DomainRegistered(
        UUID id, Instant occurredAt, UUID domainId, String clinicId, DomainName domain, List<ExpectedRecord> expected)
        implements Event {

    /** Copies the collections, so that the event cannot change. */
    public DomainRegistered {
        expected = List.copyOf(expected);
    }
}
