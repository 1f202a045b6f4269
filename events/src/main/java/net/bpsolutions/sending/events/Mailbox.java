package net.bpsolutions.sending.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A display name and an address as a producer wrote them: not yet trusted.
 *
 * @param name the display name
 * @param address the address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Mailbox(@Nullable String name, @Nullable String address) {}
