package net.bpsolutions.sending.registry.lifecycle;

import java.time.Instant;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;

/**
 * Everything that a decision rests on.
 *
 * @param standing where the registration stands
 * @param ownership whether ownership is proven, or not required
 * @param health what the latest check said
 * @param failures agreeing failures that count
 * @param stranded the DMARC policy harms unaligned mail, and no DKIM selector is left
 * @param held an operator holds it
 * @param ownAccount the clinic has a provider account of its own
 */
public record Facts(
        Standing standing,
        boolean ownership,
        Health health,
        int failures,
        boolean stranded,
        boolean held,
        boolean ownAccount) {

    /**
     * Where a registration stands.
     *
     * @param status the status
     * @param sendingAs the name in use
     * @param since when the status became so
     * @param verifiedBefore whether it was ever verified
     */
    public record Standing(DomainStatus status, SendingAs sendingAs, Instant since, boolean verifiedBefore) {}
}
