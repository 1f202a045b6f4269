package net.bpsolutions.sending.gateway.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import org.junit.jupiter.api.Test;

class AnsweringTest {

    private static final UUID OURS = new UUID(0, 1);
    private static final UUID OTHERS = new UUID(0, 2);

    @Test
    void promisesWhatFollowsForTheOnlyRegistration() {
        assertThat(promises(status(OURS, DomainStatus.PENDING))).isTrue();
        assertThat(promises(status(OURS, DomainStatus.LAPSED))).isTrue();
    }

    @Test
    void promisesWhileNobodyElseGotFurther() {
        assertThat(promises(status(OTHERS, DomainStatus.PENDING), status(OURS, DomainStatus.PENDING)))
                .isTrue();
    }

    @Test
    void promisesNothingWhenAnotherClinicMayHaveProvenTheDomainBefore() {
        assertThat(promises(status(OURS, DomainStatus.PENDING), status(OTHERS, DomainStatus.VERIFIED)))
                .isFalse();
        assertThat(promises(status(OURS, DomainStatus.PENDING), status(OTHERS, DomainStatus.SUSPENDED)))
                .isFalse();
    }

    @Test
    void promisesNothingToWhomAnOperatorHolds() {
        assertThat(promises(status(OURS, DomainStatus.SUSPENDED))).isFalse();
    }

    @Test
    void promisesNothingWhileTheRegistrationIsNotKnown() {
        assertThat(promises()).isFalse();
        assertThat(promises(status(OTHERS, DomainStatus.PENDING))).isFalse();
    }

    private static boolean promises(SenderStatus... registrations) {
        return Answering.nothingElseIsInTheWay(OURS, List.of(registrations));
    }

    private static SenderStatus status(UUID domainId, DomainStatus status) {
        SendingAs sendingAs = status == DomainStatus.VERIFIED ? SendingAs.NATIVE : SendingAs.FALLBACK;
        return new SenderStatus(
                UUID.randomUUID(), Instant.EPOCH, 1, domainId, "clinic", "a.example", status, sendingAs, null, "test");
    }
}
