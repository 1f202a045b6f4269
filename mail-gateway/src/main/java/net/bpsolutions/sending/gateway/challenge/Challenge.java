package net.bpsolutions.sending.gateway.challenge;

import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * A key that was sent to a mailbox of a domain, for one registration.
 *
 * @param keyHash the key is nowhere but in the message
 * @param expiresAt not redeemable from then on
 * @param wrongTries how often a wrong key was presented for the domain while this one was open
 * @param voidedAt a newer message took its place; null while none did
 * @param usedAt when it was redeemed; null before
 */
public record Challenge(
        UUID id,
        UUID domainId,
        String clinicId,
        DomainName domain,
        KeyHash keyHash,
        Instant expiresAt,
        int wrongTries,
        @Nullable Instant voidedAt,
        @Nullable Instant usedAt) {

    boolean open(Instant now) {
        return usedAt == null && voidedAt == null && now.isBefore(expiresAt);
    }
}
