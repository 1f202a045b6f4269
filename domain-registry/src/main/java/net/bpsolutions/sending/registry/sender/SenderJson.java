package net.bpsolutions.sending.registry.sender;

import net.bpsolutions.sending.events.SendingAs;
import org.jspecify.annotations.Nullable;

/**
 * What a mail from an address would look like now.
 *
 * @param sendingAs the name in use
 * @param from the header From
 * @param replyTo the Reply-To; null when none is needed
 * @param reason a code
 */
public record SenderJson(
        SendingAs sendingAs, String from, @Nullable String replyTo, String reason) {}
