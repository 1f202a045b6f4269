package net.bpsolutions.sending.registry.checks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.breaker.Breaker;
import net.bpsolutions.sending.registry.lifecycle.Health;
import net.bpsolutions.sending.registry.lifecycle.Observation;
import net.bpsolutions.sending.registry.registration.Registration;
import net.bpsolutions.sending.registry.registration.Rules;

/** What a check tells about all domains together. */
@ApplicationScoped
class Sample {

    private final Breaker breaker;
    private final Rules rules;
    private final Optional<String> canary;
    private final InstantSource clock;

    Sample(Breaker breaker, Rules rules, RegistryConfig config, InstantSource clock) {
        this.breaker = breaker;
        this.rules = rules;
        this.canary = config.breaker().canary();
        this.clock = clock;
    }

    /** A check of the vendor's own domain says how the targets stand. */
    Uni<Void> hear(DnsChecked check) {
        if (canary.filter(check.domain().value()::equals).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ExpectedRecord> selectors = rules.expected(check.domain()).stream()
                .filter(expected -> expected.purpose() == Purpose.DKIM)
                .toList();
        return breaker.heard(Observation.of(selectors, check.records()).health(), check.occurredAt(), clock.instant());
    }

    /** Counts the check when the domain was good; answers whether demotions are frozen. */
    Uni<Boolean> take(List<Registration> fresh, DnsChecked check) {
        Optional<Boolean> broke = fresh.stream()
                .filter(Registration::wasGood)
                .findFirst()
                .map(registration ->
                        rules.observe(registration, check.records()).health())
                .filter(health -> health != Health.UNKNOWN)
                .map(health -> health == Health.BAD);
        return breaker.count(check.domain(), broke, clock.instant());
    }
}
