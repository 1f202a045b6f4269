package net.bpsolutions.sending.registry.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.lifecycle.Decision.Move;
import net.bpsolutions.sending.registry.lifecycle.Decision.Stay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(3, Duration.ofDays(3));

    @Test
    void verifiesWhenEverythingRequiredIsThere() {
        Decision decision = decide(Given.standing(DomainStatus.PENDING).health(Health.GOOD));

        assertThat(decision).isEqualTo(new Move(DomainStatus.VERIFIED, SendingAs.NATIVE, Cause.REQUIREMENTS_MET));
    }

    @Test
    void staysPendingWithoutProof() {
        assertThat(decide(
                        Given.standing(DomainStatus.PENDING).health(Health.GOOD).unproven()))
                .isEqualTo(new Stay());
    }

    @Test
    void staysPendingWhileARecordIsBad() {
        assertThat(decide(Given.standing(DomainStatus.PENDING).health(Health.BAD)))
                .isEqualTo(new Stay());
    }

    @ParameterizedTest
    @EnumSource(DomainStatus.class)
    void isNeverMovedByWhatIsUnknown(DomainStatus status) {
        Given given = Given.standing(status).health(Health.UNKNOWN).failures(9).stranded();

        Decision decision = decide(status == DomainStatus.SUSPENDED ? given.held() : given, Duration.ofDays(30));

        assertThat(decision).isEqualTo(new Stay());
    }

    @Test
    void doesNotDegradeBeforeTheThirdFailure() {
        assertThat(decide(
                        Given.standing(DomainStatus.VERIFIED).health(Health.BAD).failures(2)))
                .isEqualTo(new Stay());
    }

    @Test
    void degradesAtTheThirdFailureAndKeepsTheName() {
        assertThat(decide(
                        Given.standing(DomainStatus.VERIFIED).health(Health.BAD).failures(3)))
                .isEqualTo(new Move(DomainStatus.DEGRADED, SendingAs.NATIVE, Cause.RECORDS_FAILED));
    }

    @Test
    void fallsBackAtOnceWhenThePolicyHarmsAndNoSelectorIsLeft() {
        assertThat(decide(Given.standing(DomainStatus.VERIFIED)
                        .health(Health.BAD)
                        .failures(1)
                        .stranded()))
                .isEqualTo(new Move(DomainStatus.LAPSED, SendingAs.FALLBACK, Cause.NO_SELECTOR_LEFT));
    }

    @Test
    void keepsTheNameWithinGrace() {
        Given given = Given.standing(DomainStatus.DEGRADED).health(Health.BAD).failures(200);

        assertThat(decide(given, Duration.ofDays(3).minusNanos(1))).isEqualTo(new Stay());
    }

    @Test
    void lapsesWhenGraceIsOver() {
        Given given = Given.standing(DomainStatus.DEGRADED).health(Health.BAD).failures(200);

        assertThat(decide(given, Duration.ofDays(3)))
                .isEqualTo(new Move(DomainStatus.LAPSED, SendingAs.FALLBACK, Cause.GRACE_OVER));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEGRADED", "LAPSED"})
    void isRestoredByOneGoodCheck(DomainStatus status) {
        assertThat(decide(Given.standing(status).health(Health.GOOD), Duration.ofDays(400)))
                .isEqualTo(new Move(DomainStatus.VERIFIED, SendingAs.NATIVE, Cause.RECORDS_RESTORED));
    }

    @ParameterizedTest
    @EnumSource(
            value = DomainStatus.class,
            names = {"SUSPENDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void obeysAnOperatorAtOnce(DomainStatus status) {
        assertThat(decide(Given.standing(status).health(Health.GOOD).held()))
                .isEqualTo(new Move(DomainStatus.SUSPENDED, SendingAs.FALLBACK, Cause.SUSPENDED));
    }

    @Test
    void doesNotTrustAnOldCheckWhenAHoldIsLifted() {
        assertThat(decide(Given.standing(DomainStatus.SUSPENDED).health(Health.UNKNOWN)))
                .isEqualTo(new Move(DomainStatus.LAPSED, SendingAs.FALLBACK, Cause.SUSPENSION_LIFTED));
    }

    @ParameterizedTest
    @EnumSource(
            value = DomainStatus.class,
            names = {"SUSPENDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void exemptsAClinicWithItsOwnAccount(DomainStatus status) {
        assertThat(decide(Given.standing(status).health(Health.UNKNOWN).ownAccount()))
                .isEqualTo(new Move(status, SendingAs.OWN_ACCOUNT, Cause.OWN_ACCOUNT));
    }

    @Test
    void saysStayOnceAMoveIsMade() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 100_000; round++) {
            Facts facts = facts(random);
            Instant now = SINCE.plusSeconds(random.nextLong(10_000_000));

            if (LIFECYCLE.decide(facts, now) instanceof Move move) {
                assertThat(LIFECYCLE.decide(after(facts, move, now), now))
                        .as("%s then %s", facts, move)
                        .isEqualTo(new Stay());
            }
        }
    }

    @Test
    void sendsUnderTheClinicsNameOnlyWithProof() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int round = 0; round < 100_000; round++) {
            Facts facts = facts(random);

            if (LIFECYCLE.decide(facts, SINCE) instanceof Move move && move.sendingAs() == SendingAs.NATIVE) {
                assertThat(facts.ownership()).as("%s", facts).isTrue();
                assertThat(facts.held()).as("%s", facts).isFalse();
            }
        }
    }

    private static Facts after(Facts facts, Move move, Instant now) {
        boolean moved = move.status() != facts.standing().status();
        Facts.Standing standing = new Facts.Standing(
                move.status(),
                move.sendingAs(),
                moved ? now : facts.standing().since(),
                facts.standing().verifiedBefore() || move.status() == DomainStatus.VERIFIED);
        return new Facts(
                standing,
                facts.ownership(),
                facts.health(),
                move.status() == DomainStatus.VERIFIED ? 0 : facts.failures(),
                facts.stranded(),
                facts.held(),
                facts.ownAccount());
    }

    private static Facts facts(RandomGenerator random) {
        DomainStatus status = any(random, DomainStatus.values());
        return new Facts(
                new Facts.Standing(status, any(random, SendingAs.values()), SINCE, random.nextBoolean()),
                random.nextBoolean(),
                any(random, Health.values()),
                random.nextInt(5),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static <T> T any(RandomGenerator random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Decision decide(Given given) {
        return decide(given, Duration.ofHours(1));
    }

    private static Decision decide(Given given, Duration later) {
        return LIFECYCLE.decide(given.facts(), SINCE.plus(later));
    }

    private record Given(Facts facts) {

        static Given standing(DomainStatus status) {
            Facts.Standing standing = new Facts.Standing(
                    status, Lifecycle.sendingAs(status, false), SINCE, status != DomainStatus.PENDING);
            return new Given(new Facts(standing, true, Health.UNKNOWN, 0, false, false, false));
        }

        Given health(Health health) {
            return new Given(new Facts(
                    facts.standing(),
                    facts.ownership(),
                    health,
                    facts.failures(),
                    facts.stranded(),
                    facts.held(),
                    false));
        }

        Given failures(int failures) {
            return new Given(new Facts(
                    facts.standing(),
                    facts.ownership(),
                    facts.health(),
                    failures,
                    facts.stranded(),
                    facts.held(),
                    false));
        }

        Given stranded() {
            return new Given(new Facts(
                    facts.standing(), facts.ownership(), facts.health(), facts.failures(), true, facts.held(), false));
        }

        Given unproven() {
            return new Given(
                    new Facts(facts.standing(), false, facts.health(), facts.failures(), false, facts.held(), false));
        }

        Given held() {
            return new Given(
                    new Facts(facts.standing(), true, facts.health(), facts.failures(), facts.stranded(), true, false));
        }

        Given ownAccount() {
            return new Given(new Facts(facts.standing(), true, facts.health(), facts.failures(), false, false, true));
        }
    }
}
