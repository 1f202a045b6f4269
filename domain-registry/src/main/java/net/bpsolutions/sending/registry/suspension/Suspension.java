package net.bpsolutions.sending.registry.suspension;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Holds registrations and lets them go. */
@ApplicationScoped
public class Suspension {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final HoldingRules holding;

    Suspension(UnitOfWork unitOfWork, Registrations registrations, HoldingRules holding) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.holding = holding;
    }

    /** Holds or lets go; fails when the registration, locked, is not what the caller expects. */
    public Uni<Registration> hold(UUID id, boolean held, Consumer<Registration> expectation) {
        return unitOfWork.run(() -> registrations
                .requireLocked(id)
                .invoke(expectation)
                .call(registration -> holding.apply(registration, held)));
    }
}
