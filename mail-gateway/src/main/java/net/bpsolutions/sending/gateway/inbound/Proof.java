package net.bpsolutions.sending.gateway.inbound;

import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.gateway.challenge.VerificationKey;

/** A key, and the domain it is said to be for. */
record Proof(DomainName domain, VerificationKey key) {}
