package net.bpsolutions.sending.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
import net.bpsolutions.sending.gateway.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * A send request that has an id: what the ledger takes in, once.
 *
 * @param id what it is known by
 * @param contentHash SHA-256 of what the producer said, the same for the same content
 * @param content a mail, or why there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record Entry(RequestId id, byte[] contentHash, Content content) {

    /** What a request comes to. */
    public sealed interface Content {

        /** The recipient to name when the whole request is answered with one outcome; empty when there is none. */
        String firstRecipient();
    }

    /**
     * It can be sent.
     *
     * @param mail what to send
     * @param sendAt not before; null for at once
     * @param expiresAt never after; null for the default
     */
    public record Sendable(
            Mail mail, @Nullable Instant sendAt, @Nullable Instant expiresAt) implements Content {
        @Override
        public String firstRecipient() {
            return mail.to().getFirst().address().value();
        }
    }

    /**
     * It never can.
     *
     * @param firstRecipient as far as it can be named
     * @param reason a code
     */
    public record Refused(String firstRecipient, String reason) implements Content {}

    Optional<Mail> mail() {
        return switch (content) {
            case Sendable sendable -> Optional.of(sendable.mail());
            case Refused _ -> Optional.empty();
        };
    }
}
