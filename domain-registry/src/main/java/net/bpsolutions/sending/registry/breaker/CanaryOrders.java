package net.bpsolutions.sending.registry.breaker;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.CheckReason;
import net.bpsolutions.sending.events.DnsCheckRequested;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.outbox.Outbox;
import net.bpsolutions.sending.registry.registration.Rules;

/** Has the vendor's own domain looked at: its selectors point to the same targets as every clinic's. */
@ApplicationScoped
class CanaryOrders {

    private final Outbox outbox;
    private final Rules rules;

    CanaryOrders(Outbox outbox, Rules rules) {
        this.outbox = outbox;
        this.rules = rules;
    }

    Uni<Void> place(String canary, Instant now) {
        DomainName domain = new DomainName(canary);
        List<ExpectedRecord> selectors = rules.expected(domain).stream()
                .filter(expected -> expected.purpose() == Purpose.DKIM)
                .toList();
        return outbox.append(
                Topic.DNS_CHECK_REQUESTED,
                domain.value(),
                new DnsCheckRequested(UUID.randomUUID(), now, domain, selectors, CheckReason.SCHEDULED));
    }
}
