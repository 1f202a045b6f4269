package net.bpsolutions.sending.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.verifier.examination.SecondOpinion;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import net.bpsolutions.sending.verifier.lookup.Reason;
import net.bpsolutions.sending.verifier.verdict.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemarksTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.7Z");
    private static final Finding MISSING = Findings.error(FindingCode.MISSING, Map.of());
    private static final Lookup ANSWER = new Lookup.Answer(List.of("a"), 60L);
    private static final SecondOpinion BEHIND =
            new SecondOpinion(Optional.empty(), Optional.of(new SecondOpinion.Behind(List.of("192.0.2.1:53"), 90L)));

    @ParameterizedTest
    @EnumSource(names = {"MISSING", "WRONG", "CONFLICT"})
    void saysWhenItWillBeForgotten(RecordState state) {
        assertThat(tryAfter(state, null, 300L)).isEqualTo("2026-11-25T12:05:00Z");
        assertThat(tryAfter(state, 60L, 300L)).isEqualTo("2026-11-25T12:01:00Z");
        assertThat(tryAfter(state, null, null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"OK", "UNKNOWN"})
    void saysNothingWhereNothingIsToBeForgotten(RecordState state) {
        assertThat(tryAfter(state, 60L, 300L)).isNull();
    }

    @ParameterizedTest
    @EnumSource(RecordState.class)
    void namesAbsenceOfTheDomainOnlyInsteadOfThatOfTheRecord(RecordState state) {
        List<Finding> findings = Remarks.noSuchDomain(check(state, null, MISSING), new Lookup.NoSuchDomain())
                .findings();

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(state == RecordState.MISSING ? "NXDOMAIN" : "MISSING");
    }

    @Test
    void doesNotTakeAParentOutOfReachForAbsence() {
        Lookup outOfReach = new Lookup.Unavailable(Reason.TIMEOUT, "");

        assertThat(Remarks.noSuchDomain(check(RecordState.MISSING, null, MISSING), outOfReach)
                        .findings())
                .containsExactly(MISSING);
    }

    @Test
    void believesNothingBogus() {
        SecondOpinion bogus = new SecondOpinion(
                Optional.of(new Lookup.Unavailable(Reason.DNSSEC_BOGUS, "192.0.2.1:53")), Optional.empty());

        RecordCheck check = Remarks.bogus(check(RecordState.OK, 60L), bogus);

        assertThat(check.state()).isEqualTo(RecordState.UNKNOWN);
        assertThat(check.findings()).extracting(Finding::code).containsExactly("DNSSEC_BOGUS");
    }

    @Test
    void waitsForResolversThatAreBehind() {
        Finding finding = Remarks.settling(check(RecordState.OK, 60L), ANSWER, BEHIND, NOW)
                .findings()
                .getFirst();

        assertThat(finding.code()).isEqualTo("SETTLING");
        assertThat(finding.args())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("tryAfter", "2026-11-25T12:01:30Z", "servers", "192.0.2.1:53"));
    }

    @Test
    void doesNotSpeakOfSettlingWhereTheRecordIsNotItsOwn() {
        Finding inherited = Findings.info(FindingCode.INHERITED, Map.of());

        assertThat(Remarks.settling(check(RecordState.OK, 60L, inherited), ANSWER, BEHIND, NOW)
                        .findings())
                .containsExactly(inherited);
        assertThat(Remarks.settling(check(RecordState.OK, 60L), new Lookup.NoData(), BEHIND, NOW)
                        .findings())
                .isEmpty();
        assertThat(Remarks.settling(check(RecordState.WRONG, 60L, MISSING), ANSWER, BEHIND, NOW)
                        .findings())
                .containsExactly(MISSING);
    }

    private static @Nullable String tryAfter(RecordState state, @Nullable Long found, @Nullable Long ttl) {
        return Remarks.tryAfter(check(state, found, MISSING), ttl, NOW)
                .findings()
                .getFirst()
                .args()
                .get("tryAfter");
    }

    private static RecordCheck check(RecordState state, @Nullable Long ttl, Finding... findings) {
        return new RecordCheck(
                Purpose.DMARC,
                "_dmarc.example.com",
                state,
                ttl == null ? List.of() : List.of("a"),
                ttl,
                List.of(findings));
    }
}
