package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.CheckSuggested;
import net.bpsolutions.sending.registry.limit.Allowance;
import net.bpsolutions.sending.registry.limit.Allowance.Kind;
import net.bpsolutions.sending.registry.outbox.EventIds;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Registrations;

/** Follows suggestions of mail feedback, but not a storm of them. */
@ApplicationScoped
class Suggestions {

    private final Registrations registrations;
    private final Allowance allowance;
    private final CheckOrders orders;
    private final InstantSource clock;

    Suggestions(Registrations registrations, Allowance allowance, CheckOrders orders, InstantSource clock) {
        this.registrations = registrations;
        this.allowance = allowance;
        this.orders = orders;
        this.clock = clock;
    }

    Uni<Void> consider(CheckSuggested suggestion) {
        return registrations
                .lockAll(suggestion.domain())
                .flatMap(all -> all.stream()
                        .filter(registration -> registration.clinicId().equals(suggestion.clinicId()))
                        .findFirst()
                        .map(registration -> order(suggestion, registration))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> order(CheckSuggested suggestion, Registration registration) {
        Instant now = clock.instant();
        return allowance
                .take(Kind.FEEDBACK_CHECK, registration.domainName(), now)
                .flatMap(wait -> wait.isPresent()
                        ? Uni.createFrom().voidItem()
                        : orders.place(
                                EventIds.derived(suggestion.id(), "check"),
                                registration,
                                CheckReason.DELIVERY_FEEDBACK,
                                now));
    }
}
