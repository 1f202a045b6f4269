package net.bpsolutions.sending.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final Words WORDS = new Words();

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void hasWordsForEveryCodeAndPurpose(FindingCode code) {
        for (Purpose purpose : Purpose.values()) {
            Words.Wording wording = words(purpose, code.name(), Map.of());

            assertThat(wording.explanation()).isNotBlank().doesNotContain("{", "[", "…", "unusual");
            assertThat(wording.fix()).isNotBlank().doesNotContain("{", "[", "…");
        }
    }

    @Test
    void saysSomethingTrueOfACodeItDoesNotKnow() {
        assertThat(words(Purpose.DKIM, "NEVER_SEEN", Map.of()).explanation()).contains("NEVER_SEEN", "name.clinic.com");
    }

    @Test
    void leavesTheValueToPasteToItsOwnLine() {
        assertThat(words(Purpose.SPF, "INCLUDE_MISSING", Map.of("suggested", "v=spf1 x"))
                        .fix())
                .doesNotContain("v=spf1 x");
    }

    @Test
    void letsNoZoneActOnTheTerminalOrTheSentence() {
        String explanation = words(
                        Purpose.DKIM, "WRONG_TARGET", Map.of("found", "\u001b[2J$1 {value}" + "x".repeat(2000)))
                .explanation();

        assertThat(explanation).contains("<U+001B>[2J$1 {value}").hasSizeLessThan(250);
    }

    private static Words.Wording words(Purpose purpose, String code, Map<String, String> args) {
        ExpectedRecord expected = new ExpectedRecord(purpose, RecordType.CNAME, "name.clinic.com", "target.net", true);
        Finding finding = new Finding(code, Severity.ERROR, args);
        RecordCheck check =
                new RecordCheck(purpose, "name.clinic.com", RecordState.WRONG, List.of("there"), 60L, List.of(finding));
        return WORDS.of(finding, new DomainName("clinic.com"), expected, check);
    }
}
