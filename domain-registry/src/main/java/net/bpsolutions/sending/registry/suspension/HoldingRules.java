package net.bpsolutions.sending.registry.suspension;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Rules;

/** What a hold does to a registration. */
@ApplicationScoped
class HoldingRules {

    private final Rules rules;
    private final History history;
    private final InstantSource clock;

    HoldingRules(Rules rules, History history, InstantSource clock) {
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    Uni<Void> apply(Registration registration, boolean held) {
        return history.tell(registration.hold(held, rules, clock.instant()));
    }
}
