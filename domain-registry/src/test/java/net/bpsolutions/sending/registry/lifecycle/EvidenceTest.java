package net.bpsolutions.sending.registry.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Tolerance TOLERANCE = new Tolerance(3, Duration.ofMinutes(30), Duration.ofDays(3));

    @Test
    void isUnseenUntilAGoodCheckWhateverFails() {
        Evidence evidence = Evidence.NONE.with(bad("mte1"), minute(0)).with(seen(Health.UNKNOWN), minute(1));

        assertThat(evidence.soundness(TOLERANCE)).isEqualTo(Soundness.UNSEEN);
    }

    @Test
    void isDoubtedByTwoFailuresAndDegradedByTheThird() {
        Evidence two = good().with(bad("mte1"), minute(10)).with(bad("mte1", "mte2"), minute(40));

        assertThat(two.soundness(TOLERANCE)).isEqualTo(Soundness.DOUBTED);
        assertThat(two.with(bad("mte1"), minute(69)).soundness(TOLERANCE)).isEqualTo(Soundness.DOUBTED);
        assertThat(two.with(bad("_dmarc"), minute(70)).soundness(TOLERANCE)).isEqualTo(Soundness.DOUBTED);
        assertThat(two.with(bad("mte1"), minute(70)).soundness(TOLERANCE)).isEqualTo(Soundness.DEGRADED);
    }

    @Test
    void endsGraceByTheTimeOfAFailureNotByTheClock() {
        Evidence degraded = good().with(bad("mte1"), minute(0))
                .with(bad("mte1"), minute(30))
                .with(bad("mte1"), minute(60));

        Instant end = minute(60).plus(TOLERANCE.grace());

        assertThat(degraded.with(bad("mte1"), end.minusMillis(1)).soundness(TOLERANCE))
                .isEqualTo(Soundness.DEGRADED);
        assertThat(degraded.with(bad("mte1"), end).soundness(TOLERANCE)).isEqualTo(Soundness.GRACE_OVER);
        assertThat(degraded.with(seen(Health.UNKNOWN), end).soundness(TOLERANCE))
                .isEqualTo(Soundness.DEGRADED);
    }

    @Test
    void isStrandedAtOnceByThePolicyThatWasReadBefore() {
        Evidence strict = Evidence.NONE.with(
                new Observation(Health.GOOD, Set.of(), true, Optional.of(DmarcPolicy.REJECT)), minute(0));
        Observation gone = new Observation(Health.BAD, Set.of("mte1", "mte2"), false, Optional.empty());

        assertThat(strict.with(gone, minute(1)).soundness(TOLERANCE)).isEqualTo(Soundness.STRANDED);
        assertThat(good().with(gone, minute(1)).soundness(TOLERANCE)).isEqualTo(Soundness.DOUBTED);
    }

    @Test
    void staysSmallAndRemembersWhatStrandedIt() {
        Evidence evidence = good();
        for (int minute = 1; minute < 5_000; minute++) {
            Observation failure = minute == 700
                    ? new Observation(Health.BAD, Set.of("mte1", "mte2"), false, Optional.of(DmarcPolicy.QUARANTINE))
                    : bad("mte1");
            evidence = evidence.with(failure, minute(minute));
        }

        assertThat(evidence.sightings()).hasSizeLessThan(50);
        assertThat(evidence.soundness(TOLERANCE)).isEqualTo(Soundness.STRANDED);
    }

    @Test
    void forgetsAllFailuresAtAGoodCheckButNotLaterOnes() {
        Evidence evidence = good().with(bad("mte1"), minute(10))
                .with(bad("mte1"), minute(40))
                .with(bad("mte1"), minute(70))
                .with(seen(Health.GOOD), minute(50));

        assertThat(evidence.soundness(TOLERANCE)).isEqualTo(Soundness.DOUBTED);
        assertThat(evidence.with(seen(Health.GOOD), minute(71)).soundness(TOLERANCE))
                .isEqualTo(Soundness.SOUND);
    }

    @Property
    void isTheSameInWhateverOrderAndHoweverOftenChecksAreTold(
            @ForAll("checks") @Size(max = 20) List<Told> checks, @ForAll Random random) {
        List<Told> shuffled = new ArrayList<>(checks);
        checks.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertThat(told(shuffled)).isEqualTo(told(checks));
    }

    @Property
    void isNotTouchedByWhatIsUnknown(@ForAll("checks") @Size(max = 20) List<Told> checks, @ForAll Random random) {
        List<Told> disturbed = new ArrayList<>(checks);
        for (int i = 0; i < 5; i++) {
            disturbed.add(
                    random.nextInt(disturbed.size() + 1),
                    new Told(seen(Health.UNKNOWN), minute(random.nextInt(6_000))));
        }

        assertThat(told(disturbed)).isEqualTo(told(checks));
    }

    @Provide
    Arbitrary<List<Told>> checks() {
        Arbitrary<Observation> observations = Combinators.combine(
                        Arbitraries.of("mte1", "mte2", "_dmarc").set().ofMaxSize(3),
                        Arbitraries.of(DmarcPolicy.class).optional())
                .as((failing, policy) -> new Observation(
                        failing.isEmpty() ? Health.GOOD : Health.BAD,
                        failing,
                        !failing.containsAll(Set.of("mte1", "mte2")),
                        policy));
        return Combinators.combine(observations, Arbitraries.integers().between(0, 6_000))
                .as((observation, minute) -> new Told(observation, minute(minute)))
                .list();
    }

    private static Evidence told(List<Told> checks) {
        Evidence evidence = Evidence.NONE;
        for (Told check : checks) {
            evidence = evidence.with(check.observation(), check.at());
        }
        return evidence;
    }

    record Told(Observation observation, Instant at) {}

    private static Evidence good() {
        return Evidence.NONE.with(seen(Health.GOOD), START.minusSeconds(60));
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Observation bad(String... names) {
        return new Observation(Health.BAD, Set.of(names), true, Optional.empty());
    }

    private static Observation seen(Health health) {
        return new Observation(health, Set.of(), true, Optional.of(DmarcPolicy.NONE));
    }
}
