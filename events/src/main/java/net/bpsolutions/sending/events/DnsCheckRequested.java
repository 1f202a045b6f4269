package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The records of a domain are to be looked at now.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param domain the clinic's domain
 * @param expected every record to look for
 * @param reason why
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DnsCheckRequested(
        UUID id, Instant occurredAt, DomainName domain, List<ExpectedRecord> expected, CheckReason reason)
        implements Event {

    /** Copies the collections, so that the event cannot change. */
    public DnsCheckRequested {
        expected = List.copyOf(expected);
    }
}
