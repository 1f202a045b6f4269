package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * Ownership of a domain was shown for a registration.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param domainId the registration
 * @param clinicId the clinic
 * @param domain the clinic's domain
 * @param method how
 * @param evidence what an operator may look up later; no key, no address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerificationCompleted(
        UUID id,
        Instant occurredAt,
        UUID domainId,
        String clinicId,
        DomainName domain,
        VerificationMethod method,
        String evidence)
        implements Event {}
