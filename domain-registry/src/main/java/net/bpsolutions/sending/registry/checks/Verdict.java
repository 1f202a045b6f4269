package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.registry.history.History;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Rules;

/** What a check does to a registration. */
@ApplicationScoped
class Verdict {

    private final Rules rules;
    private final History history;
    private final InstantSource clock;

    Verdict(Rules rules, History history, InstantSource clock) {
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /** Whether it moved. */
    Uni<Boolean> on(Registration registration, DnsChecked check, boolean frozen) {
        Optional<Transition> moved = registration.checked(check, frozen, rules, clock.instant());
        return history.tell(moved).replaceWith(moved.isPresent());
    }
}
