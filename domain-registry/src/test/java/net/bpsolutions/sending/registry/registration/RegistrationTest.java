package net.bpsolutions.sending.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.bpsolutions.sending.events.DnsChecked;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.VerificationCompleted;
import net.bpsolutions.sending.events.VerificationMethod;
import net.bpsolutions.sending.registry.Settings;
import net.bpsolutions.sending.registry.history.Transition;
import net.bpsolutions.sending.registry.lifecycle.DmarcPolicy;
import net.bpsolutions.sending.registry.lifecycle.FailureRun;
import org.junit.jupiter.api.Test;

/** Replays histories, made up and random, against the rules of design §4. */
class RegistrationTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final DomainName CLINIC = new DomainName("clinic.com");
    private static final Rules RULES = new Rules(Settings.defaults(), () -> 0L);
    private static final List<RecordState> STATES = List.of(RecordState.values());
    private static final Map<DomainStatus, Set<DomainStatus>> LEGAL = new EnumMap<>(Map.of(
            DomainStatus.PENDING, Set.of(DomainStatus.VERIFIED, DomainStatus.SUSPENDED),
            DomainStatus.VERIFIED, Set.of(DomainStatus.DEGRADED, DomainStatus.LAPSED, DomainStatus.SUSPENDED),
            DomainStatus.DEGRADED, Set.of(DomainStatus.VERIFIED, DomainStatus.LAPSED, DomainStatus.SUSPENDED),
            DomainStatus.LAPSED, Set.of(DomainStatus.VERIFIED, DomainStatus.SUSPENDED),
            DomainStatus.SUSPENDED, Set.of(DomainStatus.VERIFIED, DomainStatus.LAPSED, DomainStatus.PENDING)));

    @Test
    void isVerifiedWhicheverComesFirst() {
        Registration recordsFirst = registration();
        recordsFirst.checked(check(RecordState.OK, START), RULES, START);
        Registration proofFirst = registration();
        proofFirst.proven(proof(), RULES, START);

        assertThat(recordsFirst.proven(proof(), RULES, START))
                .map(Transition::status)
                .contains(DomainStatus.VERIFIED);
        assertThat(proofFirst.checked(check(RecordState.OK, START), RULES, START))
                .map(Transition::status)
                .contains(DomainStatus.VERIFIED);
    }

    @Test
    void takesThreeFailuresHalfAnHourApartAndThreeDays() {
        Registration registration = verified();
        List<Transition> moves = new ArrayList<>();

        for (Instant at = START; at.isBefore(START.plus(Duration.ofHours(80))); at = at.plus(Duration.ofMinutes(10))) {
            registration.checked(check(RecordState.MISSING, at), RULES, at).ifPresent(moves::add);
        }

        assertThat(moves).extracting(Transition::status).containsExactly(DomainStatus.DEGRADED, DomainStatus.LAPSED);
        assertThat(moves)
                .extracting(Transition::occurredAt)
                .containsExactly(START.plus(Duration.ofHours(1)), START.plus(Duration.ofHours(73)));
    }

    @Test
    void ignoresWhatIsOlderThanWhatItKnows() {
        Registration registration = registration();
        registration.proven(proof(), RULES, START);
        registration.checked(check(RecordState.MISSING, START.plusSeconds(60)), RULES, START.plusSeconds(60));

        assertThat(registration.checked(check(RecordState.OK, START), RULES, START.plusSeconds(61)))
                .isEmpty();
        assertThat(registration.status()).isEqualTo(DomainStatus.PENDING);
    }

    @Test
    void isNotBlindedByACheckFromTheFuture() {
        Registration registration = registration();
        registration.proven(proof(), RULES, START);
        registration.checked(check(RecordState.MISSING, START.plus(Duration.ofDays(900))), RULES, START);

        Instant next = START.plusSeconds(1);

        assertThat(registration.checked(check(RecordState.OK, next), RULES, next))
                .isPresent();
    }

    @Test
    void fallsBackAtOnceUnderAStrictPolicyThatItSawBefore() {
        Registration registration = verified();
        registration.checked(check(RecordState.OK, START, "v=DMARC1; p=reject"), RULES, START);
        Instant next = START.plusSeconds(60);
        DnsChecked gone = new DnsChecked(
                UUID.randomUUID(),
                next,
                UUID.randomUUID(),
                CLINIC,
                RULES.expected(CLINIC).stream()
                        .map(expected -> new RecordCheck(
                                expected.purpose(),
                                expected.name(),
                                expected.name().startsWith("_dmarc") ? RecordState.UNKNOWN : RecordState.MISSING,
                                List.of(),
                                null,
                                List.of()))
                        .toList(),
                List.of(),
                null);

        assertThat(registration.checked(gone, RULES, next))
                .map(Transition::sendingAs)
                .contains(SendingAs.FALLBACK);
    }

    @Test
    void movesLegallyWhateverHappens() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Registration registration = registration();
            Instant now = START;
            for (int step = 0; step < 60; step++) {
                now = now.plusSeconds(random.nextLong(7_200));
                long sequence = registration.sequence;
                DomainStatus before = registration.status();
                RecordState state = STATES.get(random.nextInt(STATES.size()));

                Optional<Transition> moved = switch (random.nextInt(12)) {
                    case 0 -> registration.proven(proof(), RULES, now);
                    case 1 -> registration.hold(random.nextBoolean(), RULES, now);
                    default -> registration.checked(check(state, now), RULES, now);
                };

                assertThat(registration.sequence - sequence).isEqualTo(moved.isPresent() ? 1 : 0);
                if (moved.isPresent()) {
                    assertThat(LEGAL.get(before))
                            .as("seed %d from %s", seed, before)
                            .contains(moved.get().status());
                }
                assertThat(registration.sendingAs() == SendingAs.NATIVE)
                        .isEqualTo(Set.of(DomainStatus.VERIFIED, DomainStatus.DEGRADED)
                                .contains(registration.status()));
            }
        }
    }

    @Test
    void endsVerifiedAfterAnyHistoryOnceAllIsWell() {
        for (int seed = 0; seed < 1_000; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Registration registration = registration();
            Instant now = START;
            for (int step = 0; step < 40; step++) {
                now = now.plusSeconds(random.nextLong(7_200));
                registration.checked(check(STATES.get(random.nextInt(STATES.size())), now), RULES, now);
            }
            registration.proven(proof(), RULES, now);
            now = now.plusSeconds(1);

            registration.checked(check(RecordState.OK, now), RULES, now);

            assertThat(registration.status()).as("seed %d", seed).isEqualTo(DomainStatus.VERIFIED);
        }
    }

    @Test
    void givesTheSameEventIdsForTheSameCause() {
        DnsChecked check = check(RecordState.OK, START);
        Registration one = registration();
        one.proven(proof(), RULES, START);
        Registration again = registration();
        again.proven(proof(), RULES, START);

        assertThat(one.checked(check, RULES, START).map(Transition::event))
                .isPresent()
                .isEqualTo(again.checked(check, RULES, START).map(Transition::event));
    }

    private static Registration registration() {
        Registration registration = new Registration();
        registration.id = new UUID(1, 2);
        registration.clinicId = "clinic-1";
        registration.domain = CLINIC.value();
        registration.status = DomainStatus.PENDING;
        registration.statusSince = START;
        registration.registeredAt = START;
        registration.sendingAs = SendingAs.FALLBACK;
        registration.sequence = 1;
        registration.verdicts = List.of();
        registration.failures = FailureRun.NONE;
        registration.dmarcPolicy = DmarcPolicy.NONE;
        return registration;
    }

    private static Registration verified() {
        Registration registration = registration();
        Instant before = START.minusSeconds(60);
        registration.proven(proof(), RULES, before);
        registration.checked(check(RecordState.OK, before), RULES, before);
        return registration;
    }

    private static VerificationCompleted proof() {
        return new VerificationCompleted(
                UUID.randomUUID(), START, new UUID(1, 2), "clinic-1", CLINIC, VerificationMethod.EMAIL_FORWARD, "test");
    }

    private static DnsChecked check(RecordState state, Instant at) {
        return check(state, at, "v=DMARC1; p=none");
    }

    private static DnsChecked check(RecordState state, Instant at, String dmarc) {
        List<RecordCheck> records = RULES.expected(CLINIC).stream()
                .map(expected -> new RecordCheck(
                        expected.purpose(),
                        expected.name(),
                        state,
                        state == RecordState.OK ? List.of(dmarc) : List.of(),
                        null,
                        List.of()))
                .toList();
        return new DnsChecked(UUID.randomUUID(), at, UUID.randomUUID(), CLINIC, records, List.of(), null);
    }
}
