package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.lifecycle.CheckSchedule;
import net.bpsolutions.sending.registry.lifecycle.Lifecycle;
import net.bpsolutions.sending.registry.lifecycle.Requirement;

/** The rules in force, as configured: what is expected, when to doubt, when to look again. */
@ApplicationScoped
public class Rules {

    private final RegistryConfig config;
    private final RandomGenerator random;

    Rules(RegistryConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /** Every record that is looked for. */
    public List<ExpectedRecord> expected(DomainName domain) {
        return ExpectedRecords.of(domain, config.vendor(), config.required());
    }

    Lifecycle lifecycle() {
        return new Lifecycle(config.doubt().failures(), config.doubt().grace());
    }

    Duration failureSpacing() {
        return config.doubt().spacing();
    }

    boolean ownershipRequired() {
        return config.required().contains(Requirement.OWNERSHIP);
    }

    Optional<Instant> nextCheck(Registration registration, Instant now) {
        RegistryConfig.Schedule schedule = config.schedule();
        return new CheckSchedule(
                        schedule.pendingFirst(),
                        schedule.verified(),
                        schedule.degradedFirst(),
                        config.doubt().spacing(),
                        schedule.jitter())
                .next(
                        registration.status,
                        registration.statusSince,
                        registration.isDoubted(this),
                        now,
                        random.nextDouble(-1, 1));
    }

    /** When a domain that was registered at {@code now} is looked at for the second time. */
    Instant secondCheck(Instant now) {
        return now.plus(config.schedule().pendingFirst().getFirst());
    }
}
