package net.bpsolutions.sending.registry.delivery;

import java.util.Optional;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.entry.Doorkeeper;
import org.jspecify.annotations.Nullable;

/** Which domain a mail was sent for: that of its sender, who stands in Reply-To when the mail left from the fallback address. */
final class SentFor {

    private SentFor() {}

    /** The domain; empty when no mail was made, or none can be told. */
    static Optional<DomainName> of(SendOutcome outcome) {
        @Nullable String sender = outcome.sendingAs() == SendingAs.FALLBACK ? outcome.replyTo() : outcome.from();
        return Optional.ofNullable(sender)
                .filter(address -> address.indexOf('@') >= 0)
                .flatMap(address -> Doorkeeper.canonical(address.substring(address.lastIndexOf('@') + 1)));
    }
}
