package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A file of a send request, as a producer wrote it: not yet trusted.
 *
 * @param name the file name
 * @param contentType the media type
 * @param content Base64 (RFC 4648 §4)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Attachment(
        @Nullable String name,
        @Nullable String contentType,
        @Nullable String content) {}
