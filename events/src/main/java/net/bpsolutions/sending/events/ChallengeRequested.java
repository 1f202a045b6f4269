package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * The verification message is to be sent to a mailbox of the domain.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param domainId the registration
 * @param clinicId the clinic
 * @param domain the clinic's domain
 * @param mailbox the local part
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChallengeRequested(
        UUID id, Instant occurredAt, UUID domainId, String clinicId, DomainName domain, String mailbox)
        implements Event {}
