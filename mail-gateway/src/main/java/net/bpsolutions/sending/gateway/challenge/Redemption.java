package net.bpsolutions.sending.gateway.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a presented key. */
public sealed interface Redemption {

    /** The key is right, and this is its first use. */
    record Completed(Challenge challenge) implements Redemption {}

    /** The key was right and has done its work before. */
    record AlreadyUsed(Challenge challenge) implements Redemption {}

    /** The key was right; it is too old, or a newer message was sent since. */
    record Expired(Challenge challenge) implements Redemption {}

    /** The key is right, but too many wrong ones came before it. */
    record TooManyTries(Challenge challenge) implements Redemption {}

    /**
     * No message with this key was sent for the domain.
     *
     * @param countsAt the open challenges of the domain; none when nothing was asked there
     */
    record WrongKey(List<Challenge> countsAt) implements Redemption {

        /** Takes a copy. */
        public WrongKey {
            countsAt = List.copyOf(countsAt);
        }
    }

    /** A challenge that this is about; empty when nothing was asked for the domain. */
    default Optional<Challenge> concerned() {
        return switch (this) {
            case Completed(var challenge) -> Optional.of(challenge);
            case AlreadyUsed(var challenge) -> Optional.of(challenge);
            case Expired(var challenge) -> Optional.of(challenge);
            case TooManyTries(var challenge) -> Optional.of(challenge);
            case WrongKey(var countsAt) -> countsAt.stream().findFirst();
        };
    }

    /**
     * Decides; the caller makes it so.
     *
     * @param challenges all of the domain
     */
    static Redemption of(List<Challenge> challenges, KeyHash presented, Instant now, int maxWrongTries) {
        return find(challenges, presented)
                .map(challenge -> redeem(challenge, now, maxWrongTries))
                .orElseGet(() -> new WrongKey(challenges.stream()
                        .filter(challenge -> challenge.open(now) && challenge.wrongTries() < maxWrongTries)
                        .toList()));
    }

    private static Redemption redeem(Challenge challenge, Instant now, int maxWrongTries) {
        if (challenge.usedAt() != null) {
            return new AlreadyUsed(challenge);
        }
        if (challenge.wrongTries() >= maxWrongTries) {
            return new TooManyTries(challenge);
        }
        return challenge.open(now) ? new Completed(challenge) : new Expired(challenge);
    }

    /** Looks at every challenge, so that the time says nothing about which one matched. */
    private static Optional<Challenge> find(List<Challenge> challenges, KeyHash presented) {
        return challenges.stream()
                .filter(challenge -> challenge.keyHash().matches(presented))
                .reduce((first, _) -> first);
    }
}
