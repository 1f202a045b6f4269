package net.bpsolutions.sending.registry.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
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
import net.bpsolutions.sending.registry.column.EvidenceColumn;
import net.bpsolutions.sending.registry.column.VerdictsColumn;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.lifecycle.Decision;
import net.bpsolutions.sending.registry.lifecycle.Evidence;
import net.bpsolutions.sending.registry.lifecycle.Lifecycle;
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

    /** The first setup token, once it was replaced: what the clinic was asked to publish comes from it and stays. */
    @Column(name = "ownership_seed")
    @Nullable String ownershipSeed;

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

    @Embedded
    @Nullable Proof proof;

    @Convert(converter = VerdictsColumn.class)
    List<RecordCheck> verdicts;

    @Convert(converter = EvidenceColumn.class)
    Evidence evidence;

    @Column(name = "last_checked_at")
    @Nullable Instant lastCheckedAt;

    @Column(name = "next_check_at")
    @Nullable Instant nextCheckAt;

    boolean urgent;

    @Enumerated(EnumType.STRING)
    @Nullable Flag flag;

    @Column(name = "dns_proof_wanted")
    boolean dnsProofWanted;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    /** Takes in what DNS said; {@code frozen} when a failure may be our fault or the provider's and says nothing. */
    public Optional<Transition> checked(DnsChecked check, boolean frozen, Rules rules, Instant now) {
        Instant at = check.occurredAt().isAfter(now) ? now : check.occurredAt();
        Observation observation = rules.observe(this, check.records());
        if (!(frozen && observation.isBad())) {
            evidence = evidence.with(observation, at);
        }
        OwnershipToken token = rules.ownershipToken(this);
        if (!isProven() && token.isShownBy(check.records())) {
            proof = new Proof(VerificationMethod.DNS_TXT, at, "TXT " + token.name());
        }
        Optional<Transition> moved = settle(rules, check.id(), now);
        Coverage coverage = new Coverage(rules.shown(this), check.records());
        boolean newest = lastCheckedAt == null || at.isAfter(lastCheckedAt);
        if (newest) {
            verdicts = coverage.over(verdicts);
            lastCheckedAt = at;
        }
        if ((newest && coverage.isWhole()) || moved.isPresent()) {
            rules.schedule(this, now);
        }
        return moved;
    }

    /** Takes in a proof of ownership; of several the earliest holds. */
    public Optional<Transition> proven(VerificationCompleted completed, Rules rules, Instant now) {
        if (proof != null && !completed.occurredAt().isBefore(proof.at())) {
            return Optional.empty();
        }
        proof = new Proof(completed.method(), completed.occurredAt(), completed.evidence());
        return settle(rules, completed.id(), now);
    }

    /** An operator takes the clinic's word for it. */
    public Optional<Transition> approved(Rules rules, Instant now) {
        if (isProven()) {
            return Optional.empty();
        }
        proof = new Proof(VerificationMethod.OPERATOR, now, "operator");
        return settle(rules, UUID.randomUUID(), now);
    }

    /** A proof by mail is not enough here: what only the keeper of the zone can show is asked for. */
    public void askForDnsProof() {
        dnsProofWanted = true;
    }

    /** An operator has looked at what was flagged, and has nothing against it. */
    public Optional<Transition> unflagged(Rules rules, Instant now) {
        flag = null;
        return settle(rules, UUID.randomUUID(), now);
    }

    /** An operator holds it, or lets it go. */
    public Optional<Transition> hold(boolean hold, Rules rules, Instant now) {
        held = hold;
        return settle(rules, UUID.randomUUID(), now);
    }

    /** The clinic got a provider account of its own, or gave it up. */
    public Optional<Transition> exempt(boolean exempt, Rules rules, UUID causeId, Instant now) {
        ownAccount = exempt;
        return settle(rules, causeId, now);
    }

    /** A check was asked for; the next is due as if this one changed nothing. */
    public void checkAskedFor(Rules rules, Instant now) {
        rules.schedule(this, now);
    }

    /** Gives the setup page a new address; the old one leads nowhere from now on. */
    void relink(String token) {
        ownershipSeed = ownershipSeed();
        setupToken = token;
    }

    /** What the token for a proof by DNS is derived from; the same for as long as the registration lasts. */
    String ownershipSeed() {
        return ownershipSeed == null ? setupToken : ownershipSeed;
    }

    private Optional<Transition> settle(Rules rules, UUID causeId, Instant now) {
        return switch (Lifecycle.decide(rules.facts(this))) {
            case Decision.Stay _ -> Optional.empty();
            case Decision.Move move -> Optional.of(move(move, causeId, now));
        };
    }

    private Transition move(Decision.Move move, UUID causeId, Instant now) {
        DomainStatus before = status;
        if (move.status() != before) {
            status = move.status();
            statusSince = now;
            // It may rest on what was seen long ago.
            nextCheckAt = status == DomainStatus.SUSPENDED ? null : now;
            urgent = true;
        }
        if (status == DomainStatus.VERIFIED && verifiedAt == null) {
            verifiedAt = now;
        }
        sendingAs = move.sendingAs();
        sequence++;
        return new Transition(subject(), sequence, now, status, sendingAs, before, move.cause(), causeId);
    }

    /** Whether the latest check that could tell found the records good. */
    public boolean wasGood() {
        return evidence.isGood();
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

    /** When it is looked at again; empty when only on demand. */
    public Optional<Instant> nextCheckAt() {
        return Optional.ofNullable(nextCheckAt);
    }

    /** Whether ownership was shown. */
    public boolean isProven() {
        return proof != null;
    }
}
