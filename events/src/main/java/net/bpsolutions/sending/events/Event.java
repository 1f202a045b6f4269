package net.bpsolutions.sending.events;

import java.time.Instant;
import java.util.UUID;

/** A fact that one service tells the others; past tense, immutable. */
public sealed interface Event
        permits DomainRegistered,
                DnsCheckRequested,
                DnsChecked,
                VerificationCompleted,
                ChallengeRequested,
                CheckSuggested,
                SenderStatus,
                SendOutcome {

    /** The event id: unique, and the same again when the fact is told again. */
    UUID id();

    /** When it became a fact. */
    Instant occurredAt();
}
