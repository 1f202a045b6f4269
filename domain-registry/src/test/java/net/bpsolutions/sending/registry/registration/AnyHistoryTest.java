package net.bpsolutions.sending.registry.registration;

import static net.bpsolutions.sending.registry.registration.Histories.RULES;
import static net.bpsolutions.sending.registry.registration.Histories.START;
import static net.bpsolutions.sending.registry.registration.Histories.check;
import static net.bpsolutions.sending.registry.registration.Histories.proof;
import static net.bpsolutions.sending.registry.registration.Histories.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.history.Transition;
import org.junit.jupiter.api.Test;

/** Replays random histories, with long pauses among them, against the rules of design §4. */
class AnyHistoryTest {

    private static final List<RecordState> STATES = List.of(RecordState.values());
    private static final Set<DomainStatus> NATIVE = Set.of(DomainStatus.VERIFIED, DomainStatus.DEGRADED);
    private static final Map<DomainStatus, Set<DomainStatus>> LEGAL = new EnumMap<>(Map.of(
            DomainStatus.PENDING, Set.of(DomainStatus.VERIFIED, DomainStatus.SUSPENDED),
            DomainStatus.VERIFIED, Set.of(DomainStatus.DEGRADED, DomainStatus.LAPSED, DomainStatus.SUSPENDED),
            DomainStatus.DEGRADED, Set.of(DomainStatus.VERIFIED, DomainStatus.LAPSED, DomainStatus.SUSPENDED),
            DomainStatus.LAPSED, Set.of(DomainStatus.VERIFIED, DomainStatus.SUSPENDED),
            DomainStatus.SUSPENDED,
                    Set.of(DomainStatus.VERIFIED, DomainStatus.DEGRADED, DomainStatus.LAPSED, DomainStatus.PENDING)));

    @Test
    void movesLegallyWhateverHappens() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomGenerator random = random(seed);
            Registration registration = registration();
            Instant now = START;
            for (int step = 0; step < 60; step++) {
                now = later(now, random);
                long sequence = registration.sequence;
                DomainStatus before = registration.status();

                Optional<Transition> moved = anything(registration, now, random);

                assertThat(registration.sequence - sequence).isEqualTo(moved.isPresent() ? 1 : 0);
                if (moved.isPresent()) {
                    assertThat(LEGAL.get(before))
                            .as("seed %d from %s", seed, before)
                            .contains(moved.get().status());
                }
                assertThat(registration.sendingAs() == SendingAs.NATIVE)
                        .isEqualTo(NATIVE.contains(registration.status()));
            }
        }
    }

    @Test
    void staysInSightWhileTheOwnNameIsInUse() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomGenerator random = random(seed);
            Registration registration = registration();
            Instant now = START;
            for (int step = 0; step < 60; step++) {
                now = later(now, random);

                anything(registration, now, random);

                if (NATIVE.contains(registration.status())) {
                    assertThat(registration.nextCheckAt())
                            .as("seed %d step %d", seed, step)
                            .isPresent();
                }
            }
        }
    }

    /** Nobody has asked about it for so long that it is looked at on demand only. */
    @Test
    void isLookedAtAnewWhenItIsProvenLate() {
        Instant afterSixtyDays = START.plus(Duration.ofDays(61));
        Instant muchLater = START.plus(Duration.ofDays(75));
        Registration registration = registration();
        registration.checked(check(RecordState.OK, afterSixtyDays), false, RULES, afterSixtyDays);
        assertThat(registration.nextCheckAt()).isEmpty();

        assertThat(registration.proven(proof(muchLater), RULES, muchLater))
                .map(Transition::status)
                .contains(DomainStatus.VERIFIED);

        assertThat(registration.nextCheckAt()).contains(muchLater);
        assertThat(registration.urgent).isTrue();
    }

    @Test
    void isLookedAtAnewWhenAnOperatorLetsItPassLate() {
        Instant afterSixtyDays = START.plus(Duration.ofDays(61));
        Instant muchLater = START.plus(Duration.ofDays(75));
        Registration registration = registration();
        registration.flag = Flag.LOOK_ALIKE;
        registration.checked(check(RecordState.OK, afterSixtyDays), false, RULES, afterSixtyDays);

        registration.approved(RULES, muchLater);
        assertThat(registration.nextCheckAt()).isEmpty();
        registration.unflagged(RULES, muchLater);

        assertThat(registration.status()).isEqualTo(DomainStatus.VERIFIED);
        assertThat(registration.nextCheckAt()).contains(muchLater);
    }

    @Test
    void isNotLookedAtWhileHeld() {
        Registration registration = Histories.verified();

        registration.hold(true, RULES, START);
        assertThat(registration.nextCheckAt()).isEmpty();
        registration.hold(false, RULES, START.plusSeconds(1));

        assertThat(registration.nextCheckAt()).contains(START.plusSeconds(1));
    }

    private static RandomGenerator random(int seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Instant later(Instant now, RandomGenerator random) {
        return random.nextInt(20) == 0 ? now.plus(Duration.ofDays(65)) : now.plusSeconds(random.nextLong(7_200));
    }

    private static Optional<Transition> anything(Registration registration, Instant now, RandomGenerator random) {
        RecordState state = STATES.get(random.nextInt(STATES.size()));
        return switch (random.nextInt(12)) {
            case 0 -> registration.proven(proof(now), RULES, now);
            case 1 -> registration.hold(random.nextBoolean(), RULES, now);
            default -> registration.checked(check(state, now), false, RULES, now);
        };
    }
}
