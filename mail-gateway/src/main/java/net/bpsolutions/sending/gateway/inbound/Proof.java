package net.bpsolutions.sending.gateway.inbound;

import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;

/**
 * A key, and the domain it is said to be for.
 *
 * @param named the mail says which domain; else it is a guess, the author's, and the key may be for another
 */
record Proof(DomainName domain, VerificationKey key, boolean named) {

    Proof(DomainName domain, VerificationKey key) {
        this(domain, key, true);
    }
}
