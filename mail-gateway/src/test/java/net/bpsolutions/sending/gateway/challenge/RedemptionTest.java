package net.bpsolutions.sending.gateway.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedemptionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final UUID ID = new UUID(0, 1);
    private static final UUID DOMAIN_ID = new UUID(0, 2);
    private static final VerificationKey KEY = new VerificationKey("right");

    @Test
    void completesWithTheRightKey() {
        Challenge challenge = challenge(LATER, 0, null, null);

        assertThat(redeem("right", challenge)).isEqualTo(new Redemption.Completed(challenge));
    }

    @Test
    void completesAtTheLastTry() {
        assertThat(redeem("right", challenge(LATER, 4, null, null))).isInstanceOf(Redemption.Completed.class);
    }

    @Test
    void refusesAfterTooManyWrongTries() {
        assertThat(redeem("right", challenge(LATER, 5, null, null))).isInstanceOf(Redemption.TooManyTries.class);
    }

    @Test
    void refusesAtTheInstantOfExpiry() {
        assertThat(redeem("right", challenge(NOW, 0, null, null))).isInstanceOf(Redemption.Expired.class);
    }

    @Test
    void refusesWhatANewerMessageReplaced() {
        assertThat(redeem("right", challenge(LATER, 0, NOW, null))).isInstanceOf(Redemption.Expired.class);
    }

    @Test
    void completesOnce() {
        assertThat(redeem("right", challenge(LATER, 0, null, NOW))).isInstanceOf(Redemption.AlreadyUsed.class);
    }

    @Test
    void countsWrongKeyAtOpenChallenges() {
        Challenge challenge = challenge(LATER, 0, null, null);

        assertThat(redeem("wrong", challenge)).isEqualTo(new Redemption.WrongKey(List.of(challenge)));
    }

    @Test
    void countsNoFurtherThanTheLimit() {
        assertThat(redeem("wrong", challenge(LATER, 5, null, null))).isEqualTo(new Redemption.WrongKey(List.of()));
    }

    @Test
    void countsNothingWhereNothingIsOpen() {
        assertThat(redeem("wrong", challenge(LATER, 0, null, NOW))).isEqualTo(new Redemption.WrongKey(List.of()));
        assertThat(Redemption.of(List.of(), KEY.hash(), NOW, 5)).isEqualTo(new Redemption.WrongKey(List.of()));
    }

    private static Redemption redeem(String key, Challenge challenge) {
        return Redemption.of(List.of(challenge), new VerificationKey(key).hash(), NOW, 5);
    }

    private static Challenge challenge(
            Instant expiresAt, int wrongTries, @Nullable Instant voidedAt, @Nullable Instant usedAt) {
        DomainName domain = new DomainName("myhearingclinic.com");
        return new Challenge(ID, DOMAIN_ID, "clinic-42", domain, KEY.hash(), expiresAt, wrongTries, voidedAt, usedAt);
    }
}
