package net.bpsolutions.sending.registry.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
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
        return Multi.createFrom()
                .iterable(due.stream()
                        .collect(groupingBy(Registration::domainName, LinkedHashMap::new, toList()))
                        .values())
                .onItem()
                .transformToUniAndConcatenate(
                        same -> orders.place(UUID.randomUUID(), same.getFirst(), CheckReason.SCHEDULED, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
