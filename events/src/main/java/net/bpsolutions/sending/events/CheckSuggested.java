package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * Mail feedback gives reason to look at a domain again.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param clinicId the clinic
 * @param domain the clinic's domain
 * @param reason a code
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckSuggested(UUID id, Instant occurredAt, String clinicId, DomainName domain, String reason)
        implements Event {}
