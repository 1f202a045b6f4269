package net.bpsolutions.sending.registry.registration;

import static net.bpsolutions.sending.registry.registration.Histories.CLINIC;
import static net.bpsolutions.sending.registry.registration.Histories.RULES;
import static net.bpsolutions.sending.registry.registration.Histories.START;
import static net.bpsolutions.sending.registry.registration.Histories.check;
import static net.bpsolutions.sending.registry.registration.Histories.minutes;
import static net.bpsolutions.sending.registry.registration.Histories.proof;
import static net.bpsolutions.sending.registry.registration.Histories.registration;
import static net.bpsolutions.sending.registry.registration.Histories.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.history.Transition;
import org.junit.jupiter.api.Test;

/** Replays histories against the rules of design §4. */
class RegistrationTest {

    private static final List<RecordState> ALL_OK = List.of(RecordState.OK, RecordState.OK, RecordState.OK);

    @Test
    void isVerifiedWhicheverComesFirst() {
        Registration recordsFirst = registration();
        recordsFirst.checked(check(RecordState.OK, START), false, RULES, START);
        Registration proofFirst = registration();
        proofFirst.proven(proof(START), RULES, START);

        assertThat(recordsFirst.proven(proof(START), RULES, START))
                .map(Transition::status)
                .contains(DomainStatus.VERIFIED);
        assertThat(proofFirst.checked(check(RecordState.OK, START), false, RULES, START))
                .map(Transition::status)
                .contains(DomainStatus.VERIFIED);
    }

    @Test
    void takesThreeFailuresHalfAnHourApartAndThreeDays() {
        Registration registration = verified();
        List<Transition> moves = new ArrayList<>();

        for (Instant at = START; at.isBefore(START.plus(Duration.ofHours(80))); at = at.plus(Duration.ofMinutes(10))) {
            registration
                    .checked(check(RecordState.MISSING, at), false, RULES, at)
                    .ifPresent(moves::add);
        }

        assertThat(moves).extracting(Transition::status).containsExactly(DomainStatus.DEGRADED, DomainStatus.LAPSED);
        assertThat(moves)
                .extracting(Transition::occurredAt)
                .containsExactly(START.plus(Duration.ofHours(1)), START.plus(Duration.ofHours(73)));
    }

    @Test
    void showsTheNewestCheckWhateverComesLater() {
        Registration registration = registration();
        registration.checked(check(RecordState.MISSING, minutes(1)), false, RULES, minutes(1));

        registration.checked(check(RecordState.OK, START), false, RULES, minutes(2));

        assertThat(registration.verdicts).extracting(RecordCheck::state).containsOnly(RecordState.MISSING);
        assertThat(registration.lastCheckedAt).isEqualTo(minutes(1));
    }

    @Test
    void staysPendingWhenTheProofComesAfterAFailure() {
        Registration registration = registration();
        registration.checked(check(RecordState.OK, START), false, RULES, START);
        registration.checked(check(RecordState.MISSING, minutes(1)), false, RULES, minutes(1));

        assertThat(registration.proven(proof(minutes(2)), RULES, minutes(2))).isEmpty();
        assertThat(registration.status()).isEqualTo(DomainStatus.PENDING);
    }

    @Test
    void isNotDemotedByAnOlderFailureThatComesAfterTheProof() {
        Registration registration = registration();
        registration.checked(check(RecordState.OK, START), false, RULES, START);
        registration.proven(proof(minutes(2)), RULES, minutes(2));

        assertThat(registration.checked(check(RecordState.MISSING, minutes(1)), false, RULES, minutes(3)))
                .isEmpty();
        assertThat(registration.status()).isEqualTo(DomainStatus.VERIFIED);
    }

    @Test
    void isPromotedButNotDemotedWhileFrozen() {
        Registration registration = registration();
        registration.proven(proof(START), RULES, START);
        registration.checked(check(RecordState.OK, START), true, RULES, START);

        for (int hour = 1; hour < 200; hour++) {
            Instant at = minutes(hour * 60L);
            registration.checked(check(RecordState.MISSING, at), true, RULES, at);
        }

        assertThat(registration.status()).isEqualTo(DomainStatus.VERIFIED);
        assertThat(registration.verdicts).extracting(RecordCheck::state).containsOnly(RecordState.MISSING);
    }

    @Test
    void doesNotHoldFailuresOfAFreezeAgainstTheClinic() {
        Registration registration = verified();
        for (int half = 0; half < 10; half++) {
            registration.checked(check(RecordState.MISSING, minutes(half * 30L)), true, RULES, minutes(half * 30L));
        }

        registration.checked(check(RecordState.MISSING, minutes(600)), false, RULES, minutes(600));

        assertThat(registration.status()).isEqualTo(DomainStatus.VERIFIED);
    }

    @Test
    void isNotVerifiedWhileFlagged() {
        Registration registration = registration();
        registration.flag = Flag.LOOK_ALIKE;
        registration.proven(proof(START), RULES, START);
        registration.checked(check(RecordState.OK, START), false, RULES, START);
        assertThat(registration.status()).isEqualTo(DomainStatus.PENDING);

        assertThat(registration.unflagged(RULES, minutes(5)))
                .map(Transition::status)
                .contains(DomainStatus.VERIFIED);
    }

    @Test
    void isProvenByItsOwnTokenOnly() {
        Registration registration = registration();
        OwnershipToken own = RULES.ownershipToken(registration);
        OwnershipToken other = OwnershipToken.of("another setup token", CLINIC);

        registration.checked(shown(own.name(), other.value(), START), false, RULES, START);
        registration.checked(shown(other.name(), other.value(), minutes(1)), false, RULES, minutes(1));
        assertThat(registration.isProven()).isFalse();
        registration.checked(shown(own.name(), own.value(), minutes(2)), false, RULES, minutes(2));

        assertThat(registration.proof)
                .isEqualTo(new Proof(VerificationMethod.DNS_TXT, minutes(2), "TXT " + own.name()));
    }

    @Test
    void keepsTheEarliestOfSeveralProofs() {
        Registration registration = registration();
        registration.proven(proof(minutes(9)), RULES, minutes(10));

        registration.proven(proof(minutes(3)), RULES, minutes(11));
        registration.proven(proof(minutes(5)), RULES, minutes(12));

        assertThat(registration.proof).extracting(Proof::at).isEqualTo(minutes(3));
    }

    @Test
    void isNotBlindedByACheckFromTheFuture() {
        Registration registration = registration();
        registration.proven(proof(START), RULES, START);
        registration.checked(check(RecordState.MISSING, START.plus(Duration.ofDays(900))), false, RULES, START);

        Instant next = START.plusSeconds(1);

        assertThat(registration.checked(check(RecordState.OK, next), false, RULES, next))
                .isPresent();
    }

    @Test
    void fallsBackAtOnceUnderAStrictPolicyThatItSawBefore() {
        Registration registration = verified();
        registration.checked(check(ALL_OK, START, "v=DMARC1; p=reject"), false, RULES, START);
        Instant next = START.plusSeconds(60);
        DnsChecked gone = check(List.of(RecordState.MISSING, RecordState.WRONG, RecordState.UNKNOWN), next, "");

        assertThat(registration.checked(gone, false, RULES, next))
                .map(Transition::sendingAs)
                .contains(SendingAs.FALLBACK);
    }

    @Test
    void givesTheSameEventIdsForTheSameCause() {
        DnsChecked check = check(RecordState.OK, START);
        Registration one = registration();
        one.proven(proof(START), RULES, START);
        Registration again = registration();
        again.proven(proof(START), RULES, START);

        assertThat(one.checked(check, false, RULES, START).map(Transition::event))
                .isPresent()
                .isEqualTo(again.checked(check, false, RULES, START).map(Transition::event));
    }

    private static DnsChecked shown(String name, String text, Instant at) {
        RecordCheck token = new RecordCheck(Purpose.OWNERSHIP, name, RecordState.OK, List.of(text), 60L, List.of());
        return new DnsChecked(UUID.randomUUID(), at, UUID.randomUUID(), CLINIC, List.of(token), List.of(), null);
    }
}
