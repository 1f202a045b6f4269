package net.bpsolutions.sending.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldInstructionsTest {

    private static final String INCLUDE = "spf.mandrillapp.com";
    private static final Finding LEGACY = new Finding("LEGACY_KEY", Severity.INFO, Map.of());

    @Test
    void recognisesALegacyKeyWhileASelectorIsMissing() {
        List<RecordCheck> told = OldInstructions.remark(List.of(selector(RecordState.MISSING, LEGACY)), INCLUDE);

        assertThat(told.getFirst().findings())
                .extracting(Finding::code)
                .containsExactly("LEGACY_KEY", "OLD_INSTRUCTIONS");
        assertThat(told.getFirst().findings().getLast().args()).containsEntry("found", "a TXT key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=spf1 include:spf.mandrillapp.com ?all", "v=spf1 a ?INCLUDE:spf.mandrillapp.com -all"})
    void recognisesTheIncludeWhateverElseStandsThere(String spf) {
        assertThat(OldInstructions.remark(List.of(selector(RecordState.WRONG), spf(spf)), INCLUDE)
                        .getFirst()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.args()).containsEntry("found", "include:spf.mandrillapp.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=spf1 include:spf.mandrillapp.com.evil.com -all", "v=spf1 -all"})
    void isNotMisledByOtherIncludes(String spf) {
        List<RecordCheck> verdicts = List.of(selector(RecordState.MISSING), spf(spf));

        assertThat(OldInstructions.remark(verdicts, INCLUDE)).isEqualTo(verdicts);
    }

    @Test
    void saysNothingOnceTheDomainHasMoved() {
        List<RecordCheck> moved = List.of(
                selector(RecordState.OK, LEGACY),
                selector(RecordState.UNKNOWN),
                spf("v=spf1 include:spf.mandrillapp.com"));

        assertThat(OldInstructions.remark(moved, INCLUDE)).isEqualTo(moved);
    }

    private static RecordCheck selector(RecordState state, Finding... findings) {
        return new RecordCheck(Purpose.DKIM, "mte1._domainkey.clinic.com", state, List.of(), null, List.of(findings));
    }

    private static RecordCheck spf(String found) {
        return new RecordCheck(Purpose.SPF, "clinic.com", RecordState.OK, List.of(found), null, List.of());
    }
}
