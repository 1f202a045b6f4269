package net.bpsolutions.sending.gateway.sender;

import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Under which name a mail leaves.
 *
 * @param sendingAs whose name it is
 * @param from the header From
 * @param replyTo the Reply-To; null for none
 */
public record Identity(
        SendingAs sendingAs, Mailbox from, @Nullable Mailbox replyTo) {}
