package net.bpsolutions.sending.registry.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import net.bpsolutions.sending.events.VerificationMethod;

/**
 * How a registration showed that the domain is the clinic's own.
 *
 * @param method the way
 * @param at when it became a fact
 * @param evidence for operators
 */
@Embeddable
record Proof(
        @Enumerated(EnumType.STRING) @Column(name = "ownership_method")
        VerificationMethod method,

        @Column(name = "ownership_proven_at") Instant at,
        @Column(name = "ownership_evidence") String evidence) {}
