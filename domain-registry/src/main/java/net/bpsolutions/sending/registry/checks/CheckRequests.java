package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.registry.limit.Allowance;
import net.bpsolutions.sending.registry.limit.Allowance.Kind;
import net.bpsolutions.sending.registry.outbox.UnitOfWork;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Checks that somebody asked for. */
@ApplicationScoped
public class CheckRequests {

    private final UnitOfWork unitOfWork;
    private final Registrations registrations;
    private final Allowance allowance;
    private final CheckOrders orders;
    private final InstantSource clock;

    CheckRequests(
            UnitOfWork unitOfWork,
            Registrations registrations,
            Allowance allowance,
            CheckOrders orders,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.registrations = registrations;
        this.allowance = allowance;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * A person or OMS asked; takes one of what is allowed within an hour, or fails with 429. Once all clinics together have
     * had that many checks of the domain nothing is asked for: the latest of theirs is known for this one, too.
     */
    public Uni<CheckRequestJson> onDemand(UUID id) {
        UUID orderId = UUID.randomUUID();
        Instant now = clock.instant();
        return unitOfWork
                .run(() -> registrations
                        .requireLocked(id)
                        .call(registration ->
                                allowance.require(Kind.CHECK, registration.clinicId(), registration.domainName(), now))
                        .call(registration -> place(orderId, registration, now)))
                .replaceWith(new CheckRequestJson(orderId, now));
    }

    private Uni<Void> place(UUID orderId, Registration registration, Instant now) {
        return allowance
                .take(Kind.CHECK, registration.domainName(), now)
                .flatMap(wait -> wait.isPresent()
                        ? Uni.createFrom().voidItem()
                        : orders.place(orderId, registration, CheckReason.ON_DEMAND, now));
    }
}
