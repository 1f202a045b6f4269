package net.bpsolutions.sending.registry.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.registry.RegistryConfig;
import net.bpsolutions.sending.registry.ScheduleConfig;
import net.bpsolutions.sending.registry.lifecycle.CheckSchedule;
import net.bpsolutions.sending.registry.lifecycle.Facts;
import net.bpsolutions.sending.registry.lifecycle.Observation;
import net.bpsolutions.sending.registry.lifecycle.Requirement;
import net.bpsolutions.sending.registry.lifecycle.Soundness;
import net.bpsolutions.sending.registry.lifecycle.Tolerance;

/** The rules in force, as configured: what is expected, when to doubt, when to look again. */
@ApplicationScoped
public class Rules {

    private final RegistryConfig config;
    private final RandomGenerator random;

    Rules(RegistryConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /** Every record that a clinic is to publish. */
    public List<ExpectedRecord> expected(DomainName domain) {
        return ExpectedRecords.of(domain, config.vendor(), config.required());
    }

    /** What the verifier is to look at: also what the old instructions left, for domains that have not moved yet. */
    public List<ExpectedRecord> lookedFor(DomainName domain, List<Registration> asking) {
        boolean settled = asking.stream().allMatch(registration -> registration.status == DomainStatus.VERIFIED);
        return settled ? expected(domain) : everything(domain);
    }

    /** What is looked at of a domain of which nothing is known: also what the old instructions left. */
    public List<ExpectedRecord> everything(DomainName domain) {
        List<ExpectedRecord> expected = expected(domain);
        boolean hasSpf = expected.stream().anyMatch(each -> each.purpose() == Purpose.SPF);
        return hasSpf
                ? expected
                : Stream.concat(expected.stream(), Stream.of(ExpectedRecords.spf(domain, config.vendor())))
                        .toList();
    }

    /** What a registration is shown to publish: a proof by DNS only once a proof by mail was not enough. */
    public List<ExpectedRecord> shown(Registration registration) {
        List<ExpectedRecord> expected = expected(registration.domainName());
        return registration.dnsProofWanted && !registration.isProven()
                ? Stream.concat(
                                expected.stream(),
                                Stream.of(ownershipToken(registration).expected(true)))
                        .toList()
                : expected;
    }

    /** The token by which the registration can prove its ownership in DNS. */
    public OwnershipToken ownershipToken(Registration registration) {
        return OwnershipToken.of(registration.ownershipSeed(), registration.domainName());
    }

    /** Whether ownership is still to be proven. */
    public boolean wantsProof(Registration registration) {
        return ownershipRequired() && !registration.isProven();
    }

    /** What verdicts say about the records that are expected of the registration. */
    public Observation observe(Registration registration, List<RecordCheck> verdicts) {
        return Observation.of(expected(registration.domainName()), verdicts);
    }

    /** Everything that a decision about the registration rests on. */
    Facts facts(Registration registration) {
        Instant proof = registration.proof == null ? Instant.MIN : registration.proof.at();
        boolean owned = registration.flag == null && !wantsProof(registration);
        boolean verifiedBefore =
                registration.verifiedAt != null || (owned && registration.evidence.wasGoodSince(proof));
        return new Facts(
                new Facts.Standing(registration.status, registration.sendingAs, verifiedBefore),
                owned,
                registration.evidence.soundness(tolerance()),
                registration.held,
                registration.ownAccount);
    }

    private Tolerance tolerance() {
        return new Tolerance(
                config.doubt().failures(),
                config.doubt().spacing(),
                config.doubt().grace());
    }

    private boolean ownershipRequired() {
        return config.required().contains(Requirement.OWNERSHIP);
    }

    /** Sets when the registration is looked at again. */
    void schedule(Registration registration, Instant now) {
        ScheduleConfig schedule = config.schedule();
        CheckSchedule times = new CheckSchedule(
                schedule.pendingFirst(),
                schedule.verified(),
                schedule.degradedFirst(),
                config.doubt().spacing(),
                schedule.jitter());
        Optional<Instant> next = times.next(
                registration.status,
                registration.statusSince,
                registration.evidence.soundness(tolerance()) == Soundness.DOUBTED,
                now,
                random.nextDouble(-1, 1));
        registration.nextCheckAt = next.orElse(null);
        registration.urgent = next.map(at -> CheckSchedule.isUrgent(Duration.between(now, at)))
                .orElse(false);
    }

    /** When a domain that was registered at {@code now} is looked at for the second time. */
    Instant secondCheck(Instant now) {
        return now.plus(config.schedule().pendingFirst().getFirst());
    }
}
