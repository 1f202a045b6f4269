package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under which name mail of a clinic's domain leaves from now on; key {@code clinicId/domain}, compacted.
 *
 * @param id the event id, unique; the {@code ce_id} header
 * @param occurredAt when it became a fact; the {@code ce_time} header
 * @param sequence counts the transitions of this registration from 1; the higher one is the later one
 * @param domainId the registration
 * @param clinicId the clinic
 * @param domain the domain, or {@value #ANY_DOMAIN} for every domain of the clinic that has no record of its own
 * @param status where the registration stands
 * @param sendingAs the name in use
 * @param previousStatus where it stood; null at first
 * @param cause a code: what moved it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SenderStatus(
        UUID id,
        Instant occurredAt,
        long sequence,
        UUID domainId,
        String clinicId,
        String domain,
        DomainStatus status,
        SendingAs sendingAs,
        @Nullable DomainStatus previousStatus,
        String cause)
        implements Event {

    /** Stands for every domain of the clinic: only a clinic with its own provider account has such a record. */
    public static final String ANY_DOMAIN = "*";

    /** The record key: {@code clinicId/domain}. */
    public static String key(String clinicId, String domain) {
        return clinicId + "/" + domain;
    }
}
