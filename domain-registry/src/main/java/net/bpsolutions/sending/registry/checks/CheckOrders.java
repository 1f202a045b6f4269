package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Rules;

/** Asks the verifier for checks, within the transaction that is open. */
@ApplicationScoped
class CheckOrders {

    private final Outbox outbox;
    private final Rules rules;

    CheckOrders(Outbox outbox, Rules rules) {
        this.outbox = outbox;
        this.rules = rules;
    }

    Uni<Void> place(UUID id, Registration registration, CheckReason reason, Instant now) {
        registration.checkAskedFor(rules, now);
        DnsCheckRequested event = new DnsCheckRequested(
                id, now, registration.domainName(), rules.expected(registration.domainName()), reason);
        return outbox.append(
                Topic.DNS_CHECK_REQUESTED, registration.domainName().value(), event);
    }
}
