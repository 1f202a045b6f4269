package net.bpsolutions.sending.registry.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;

/** Replaces the addresses of setup pages. */
@ApplicationScoped
class SetupLinks {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final Tokens tokens;

    SetupLinks(UnitOfWork unitOfWork, Registrations registrations, Tokens tokens) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.tokens = tokens;
    }

    /** The registration, as the caller expects it, with a new link; the old one is forgotten. */
    Uni<Registration> replace(UUID id, Consumer<Registration> expectation) {
        String token = tokens.next();
        return unitOfWork.run(() ->
                registrations.requireLocked(id).invoke(expectation).invoke(registration -> registration.relink(token)));
    }
}
