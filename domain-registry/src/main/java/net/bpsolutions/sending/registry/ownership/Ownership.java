package net.bpsolutions.sending.registry.ownership;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.registration.Rules;
import org.jboss.logging.Logger;

/** Decides whose proof counts. */
@ApplicationScoped
class Ownership {

    private static final Logger LOG = Logger.getLogger(Ownership.class);

    private final Registrations registrations;
    private final Rules rules;
    private final History history;
    private final InstantSource clock;

    Ownership(Registrations registrations, Rules rules, History history, InstantSource clock) {
        this.registrations = registrations;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /** The rows of every claimant are locked, so that of two proofs at the same time one is the first. */
    Uni<Void> completed(VerificationCompleted proof) {
        return registrations
                .lockAll(proof.domain())
                .flatMap(claimants -> claimants.stream()
                        .filter(claimant -> claimant.id().equals(proof.domainId()))
                        .findFirst()
                        .map(claimant -> weigh(proof, claimant, claimants))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> weigh(VerificationCompleted proof, Registration claimant, List<Registration> claimants) {
        if (!claimant.clinicId().equals(proof.clinicId())) {
            LOG.warnf("domainId=%s eventId=%s the proof does not count", claimant.id(), proof.id());
            return Uni.createFrom().voidItem();
        }
        if (isTaken(proof, claimant, claimants)) {
            LOG.warnf("domainId=%s eventId=%s a proof by DNS is needed", claimant.id(), proof.id());
            claimant.askForDnsProof();
            return Uni.createFrom().voidItem();
        }
        return history.tell(claimant.proven(proof, rules, clock.instant()));
    }

    /** Once a clinic has proven a domain, another can do so only by what it publishes in the zone. */
    private static boolean isTaken(VerificationCompleted proof, Registration claimant, List<Registration> claimants) {
        return proof.method() != VerificationMethod.DNS_TXT
                && claimants.stream().anyMatch(other -> !other.id().equals(claimant.id()) && other.isProven());
    }
}
