package net.bpsolutions.sending.registry.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import net.bpsolutions.sending.events.DomainStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.registry.lifecycle.Decision.Move;
import net.bpsolutions.sending.registry.lifecycle.Decision.Stay;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING, SOUND, VERIFIED, NATIVE, REQUIREMENTS_MET",
        "VERIFIED, DEGRADED, DEGRADED, NATIVE, RECORDS_FAILED",
        "VERIFIED, STRANDED, LAPSED, FALLBACK, NO_SELECTOR_LEFT",
        "DEGRADED, STRANDED, LAPSED, FALLBACK, NO_SELECTOR_LEFT",
        "DEGRADED, GRACE_OVER, LAPSED, FALLBACK, GRACE_OVER",
        "DEGRADED, SOUND, VERIFIED, NATIVE, RECORDS_RESTORED",
        "LAPSED, SOUND, VERIFIED, NATIVE, RECORDS_RESTORED",
        "SUSPENDED, SOUND, VERIFIED, NATIVE, SUSPENSION_LIFTED",
        "SUSPENDED, GRACE_OVER, LAPSED, FALLBACK, SUSPENSION_LIFTED",
        "SUSPENDED, UNSEEN, LAPSED, FALLBACK, SUSPENSION_LIFTED"
    })
    void movesAsTheFactsSay(
            DomainStatus before, Soundness soundness, DomainStatus after, SendingAs sendingAs, Cause cause) {
        assertThat(Lifecycle.decide(facts(before, soundness))).isEqualTo(new Move(after, sendingAs, cause));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, SOUND",
        "VERIFIED, DOUBTED",
        "VERIFIED, UNSEEN",
        "DEGRADED, DEGRADED",
        "DEGRADED, UNSEEN",
        "LAPSED, GRACE_OVER",
        "LAPSED, STRANDED",
        "LAPSED, UNSEEN"
    })
    void staysWhereItIs(DomainStatus status, Soundness soundness) {
        assertThat(Lifecycle.decide(facts(status, soundness))).isEqualTo(new Stay());
    }

    @ParameterizedTest
    @EnumSource(
            value = Soundness.class,
            names = {"SOUND"},
            mode = EnumSource.Mode.EXCLUDE)
    void staysPendingUntilTheRecordsAreGood(Soundness soundness) {
        assertThat(Lifecycle.decide(new Facts(neverVerified(), true, soundness, false, false)))
                .isEqualTo(new Stay());
    }

    @ParameterizedTest
    @EnumSource(Soundness.class)
    void staysPendingWithoutProof(Soundness soundness) {
        assertThat(Lifecycle.decide(new Facts(neverVerified(), false, soundness, false, false)))
                .isEqualTo(new Stay());
    }

    @ParameterizedTest
    @EnumSource(
            value = DomainStatus.class,
            names = {"SUSPENDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void obeysAnOperatorAtOnce(DomainStatus status) {
        Facts held = new Facts(facts(status, Soundness.SOUND).standing(), true, Soundness.SOUND, true, false);

        assertThat(Lifecycle.decide(held))
                .isEqualTo(new Move(DomainStatus.SUSPENDED, SendingAs.FALLBACK, Cause.SUSPENDED));
    }

    @ParameterizedTest
    @CsvSource({"PENDING, UNSEEN", "VERIFIED, SOUND", "DEGRADED, DEGRADED", "LAPSED, STRANDED"})
    void exemptsAClinicWithItsOwnAccount(DomainStatus status, Soundness soundness) {
        Facts exempt = new Facts(
                new Facts.Standing(status, Lifecycle.sendingAs(status, false), status != DomainStatus.PENDING),
                true,
                soundness,
                false,
                true);

        assertThat(Lifecycle.decide(exempt)).isEqualTo(new Move(status, SendingAs.OWN_ACCOUNT, Cause.OWN_ACCOUNT));
    }

    @Test
    void losesItsNameWhenProofIsRequiredAndThereIsNone() {
        Facts unproven = new Facts(
                facts(DomainStatus.VERIFIED, Soundness.SOUND).standing(), false, Soundness.SOUND, false, false);

        assertThat(Lifecycle.decide(unproven))
                .isEqualTo(new Move(DomainStatus.PENDING, SendingAs.FALLBACK, Cause.OWNERSHIP_MISSING));
    }

    @Property
    boolean saysStayOnceAMoveIsMade(
            @ForAll DomainStatus status,
            @ForAll SendingAs name,
            @ForAll Soundness soundness,
            @ForAll boolean[] switches) {
        Facts facts = any(status, name, soundness, switches);
        if (!(Lifecycle.decide(facts) instanceof Move(var after, var sendingAs, var _))) {
            return true;
        }
        boolean verifiedBefore = facts.standing().verifiedBefore() || after == DomainStatus.VERIFIED;
        Facts then = new Facts(
                new Facts.Standing(after, sendingAs, verifiedBefore),
                facts.ownership(),
                soundness,
                facts.held(),
                facts.ownAccount());

        return Lifecycle.decide(then) instanceof Stay;
    }

    @Property
    boolean sendsUnderTheClinicsNameOnlyWithProof(
            @ForAll DomainStatus status,
            @ForAll SendingAs name,
            @ForAll Soundness soundness,
            @ForAll boolean[] switches) {
        Facts facts = any(status, name, soundness, switches);

        return !(Lifecycle.decide(facts) instanceof Move(var _, var sendingAs, var _))
                || sendingAs != SendingAs.NATIVE
                || (facts.ownership() && !facts.held());
    }

    private static Facts any(DomainStatus status, SendingAs name, Soundness soundness, boolean[] switches) {
        return new Facts(
                new Facts.Standing(status, name, on(switches, 0)),
                on(switches, 1),
                soundness,
                on(switches, 2),
                on(switches, 3));
    }

    private static boolean on(boolean[] switches, int index) {
        return index < switches.length && switches[index];
    }

    private static Facts.Standing neverVerified() {
        return new Facts.Standing(DomainStatus.PENDING, SendingAs.FALLBACK, false);
    }

    private static Facts facts(DomainStatus status, Soundness soundness) {
        return new Facts(
                new Facts.Standing(status, Lifecycle.sendingAs(status, false), status != DomainStatus.PENDING),
                true,
                soundness,
                false,
                false);
    }
}
