package net.bpsolutions.sending.registry.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;
import net.bpsolutions.sending.registry.registration.Rules;
import org.jboss.logging.Logger;

/** Applies what an operator decided. */
@ApplicationScoped
public class Review {

    private static final Logger LOG = Logger.getLogger(Review.class);

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final Decisions decisions;

    Review(UnitOfWork unitOfWork, Registrations registrations, Decisions decisions) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.decisions = decisions;
    }

    /** Takes the clinic's word that the domain is its own. */
    public Uni<Registration> approve(UUID id, Consumer<Registration> expectation) {
        LOG.infof("domainId=%s an operator agrees with the claim", id);
        return unitOfWork.run(
                () -> registrations.requireLocked(id).invoke(expectation).call(decisions::approve));
    }

    /** Clears the flag. */
    public Uni<Registration> unflag(UUID id, Consumer<Registration> expectation) {
        LOG.infof("domainId=%s an operator clears the flag", id);
        return unitOfWork.run(
                () -> registrations.requireLocked(id).invoke(expectation).call(decisions::unflag));
    }

    /** What a decision does to a registration. */
    @ApplicationScoped
    static class Decisions {

        private final Rules rules;
        private final History history;
        private final InstantSource clock;

        Decisions(Rules rules, History history, InstantSource clock) {
            this.rules = rules;
            this.history = history;
            this.clock = clock;
        }

        Uni<Void> approve(Registration registration) {
            return history.tell(registration.approved(rules, clock.instant()));
        }

        Uni<Void> unflag(Registration registration) {
            return history.tell(registration.unflagged(rules, clock.instant()));
        }
    }
}
