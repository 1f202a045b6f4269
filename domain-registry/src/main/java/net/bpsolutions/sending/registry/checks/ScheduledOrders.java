package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Rules;

/** Orders for registrations that are due; of several of one domain, one order does. */
@ApplicationScoped
class ScheduledOrders {

    private final CheckOrders orders;
    private final Rules rules;
    private final InstantSource clock;

    ScheduledOrders(CheckOrders orders, Rules rules, InstantSource clock) {
        this.orders = orders;
        this.rules = rules;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Uni<Void> place(List<Registration> due) {
        Instant now = now();
        due.forEach(registration -> registration.checkAskedFor(rules, now));
        return orders.place(due, CheckReason.SCHEDULED, now);
    }
}
