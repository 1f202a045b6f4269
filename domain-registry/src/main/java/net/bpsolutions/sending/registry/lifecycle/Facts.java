package net.bpsolutions.sending.registry.lifecycle;

import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;

/**
 * Everything that a decision rests on.
 *
 * @param standing where the registration stands
 * @param ownership whether ownership is proven, or not required, and no operator has to agree first
 * @param soundness how the required records stand
 * @param held an operator holds it
 * @param ownAccount the clinic has a provider account of its own
 */
public record Facts(Standing standing, boolean ownership, Soundness soundness, boolean held, boolean ownAccount) {

    /**
     * Where a registration stands.
     *
     * @param status the status
     * @param sendingAs the name in use
     * @param verifiedBefore whether there was a moment with good records and proof of ownership
     */
    public record Standing(DomainStatus status, SendingAs sendingAs, boolean verifiedBefore) {}
}
