package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A send request that is not wanted any more, as a producer wrote it.
 *
 * @param clinicId the clinic
 * @param requestId the id of the send request
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendCancellation(
        @Nullable String clinicId, @Nullable String requestId) {}
