package net.bpsolutions.sending.registry.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.column.FailuresColumn;
import net.bpsolutions.sending.registry.column.VerdictsColumn;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.lifecycle.Decision;
import net.bpsolutions.sending.registry.lifecycle.DmarcPolicy;
import net.bpsolutions.sending.registry.lifecycle.Facts;
import net.bpsolutions.sending.registry.lifecycle.FailureRun;
import net.bpsolutions.sending.registry.lifecycle.Health;
import net.bpsolutions.sending.registry.lifecycle.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a domain by a clinic. Every move takes a fact in, decides at once, and returns the transition that
 * it caused. The caller holds the row's lock.
 */
@Entity
@Table(name = "registration", schema = "registry")
public class Registration {

    @Id
    UUID id;

    @Column(name = "clinic_id")
    String clinicId;

    String domain;

    @Column(name = "setup_token")
    String setupToken;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Enumerated(EnumType.STRING)
    DomainStatus status;

    @Column(name = "status_since")
    Instant statusSince;

    @Enumerated(EnumType.STRING)
    @Column(name = "sending_as")
    SendingAs sendingAs;

    long sequence;

    @Column(name = "verified_at")
    @Nullable Instant verifiedAt;

    @Column(name = "own_account")
    boolean ownAccount;

    boolean held;

    @Enumerated(EnumType.STRING)
    @Column(name = "ownership_method")
    @Nullable VerificationMethod ownershipMethod;

    @Column(name = "ownership_proven_at")
    @Nullable Instant ownershipProvenAt;

    @Column(name = "ownership_evidence")
    @Nullable String ownershipEvidence;

    @Convert(converter = VerdictsColumn.class)
    List<RecordCheck> verdicts;

    @Convert(converter = FailuresColumn.class)
    FailureRun failures;

    @Enumerated(EnumType.STRING)
    @Column(name = "dmarc_policy")
    DmarcPolicy dmarcPolicy;

    @Column(name = "last_checked_at")
    @Nullable Instant lastCheckedAt;

    @Column(name = "next_check_at")
    @Nullable Instant nextCheckAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    /** Takes in what DNS said; what is not newer than the last check seen changes nothing. */
    public Optional<Transition> checked(DnsChecked check, Rules rules, Instant now) {
        Instant at = check.occurredAt().isAfter(now) ? now : check.occurredAt();
        if (lastCheckedAt != null && !at.isAfter(lastCheckedAt)) {
            return Optional.empty();
        }
        verdicts = check.records();
        lastCheckedAt = at;
        Observation observation = observe(rules);
        failures = failures.after(observation, at, rules.failureSpacing());
        dmarcPolicy = observation.policy().orElse(dmarcPolicy);
        Optional<Transition> moved = settle(rules, check.id(), now);
        nextCheckAt = rules.nextCheck(this, now).orElse(null);
        return moved;
    }

    /** Takes in a proof of ownership; a second one changes nothing. */
    public Optional<Transition> proven(VerificationCompleted proof, Rules rules, Instant now) {
        if (isProven()) {
            return Optional.empty();
        }
        ownershipMethod = proof.method();
        ownershipProvenAt = proof.occurredAt();
        ownershipEvidence = proof.evidence();
        return settle(rules, proof.id(), now);
    }

    /** An operator holds it, or lets it go. */
    public Optional<Transition> hold(boolean hold, Rules rules, Instant now) {
        held = hold;
        Optional<Transition> moved = settle(rules, UUID.randomUUID(), now);
        if (moved.isPresent()) {
            nextCheckAt = hold ? null : now;
        }
        return moved;
    }

    /** The clinic got a provider account of its own, or gave it up. */
    public Optional<Transition> exempt(boolean exempt, Rules rules, UUID causeId, Instant now) {
        ownAccount = exempt;
        return settle(rules, causeId, now);
    }

    /** A check was asked for; the next is due as if this one changed nothing. */
    public void checkAskedFor(Rules rules, Instant now) {
        nextCheckAt = rules.nextCheck(this, now).orElse(null);
    }

    private Optional<Transition> settle(Rules rules, UUID causeId, Instant now) {
        return switch (rules.lifecycle().decide(facts(rules), now)) {
            case Decision.Stay _ -> Optional.empty();
            case Decision.Move move -> Optional.of(move(move, causeId, now));
        };
    }

    private Transition move(Decision.Move move, UUID causeId, Instant now) {
        DomainStatus before = status;
        if (move.status() != before) {
            status = move.status();
            statusSince = now;
        }
        if (status == DomainStatus.VERIFIED && verifiedAt == null) {
            verifiedAt = now;
        }
        sendingAs = move.sendingAs();
        sequence++;
        return new Transition(subject(), sequence, now, status, sendingAs, before, move.cause(), causeId);
    }

    private Facts facts(Rules rules) {
        Observation observation = observe(rules);
        return new Facts(
                new Facts.Standing(status, sendingAs, statusSince, verifiedAt != null),
                isProven() || !rules.ownershipRequired(),
                observation.health(),
                failures.count(),
                !observation.selectorLeft() && dmarcPolicy.enforces(),
                held,
                ownAccount);
    }

    private Observation observe(Rules rules) {
        return Observation.of(rules.expected(domainName()), verdicts);
    }

    /** Whether the latest check of a verified domain failed. */
    boolean isDoubted(Rules rules) {
        return observe(rules).health() == Health.BAD || failures.count() > 0;
    }

    /** As named in events. */
    public Transition.Subject subject() {
        return new Transition.Subject(id, clinicId, domain);
    }

    public UUID id() {
        return id;
    }

    public String clinicId() {
        return clinicId;
    }

    public DomainName domainName() {
        return new DomainName(domain);
    }

    public DomainStatus status() {
        return status;
    }

    public SendingAs sendingAs() {
        return sendingAs;
    }

    /** When the status became what it is. */
    public Instant statusSince() {
        return statusSince;
    }

    /** Whether ownership was shown. */
    public boolean isProven() {
        return ownershipProvenAt != null;
    }
}
