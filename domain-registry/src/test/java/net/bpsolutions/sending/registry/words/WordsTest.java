package net.bpsolutions.sending.registry.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.ExpectedRecord;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.FindingCode;
import net.bpsolutions.sending.events.Purpose;
import net.bpsolutions.sending.events.RecordType;
import net.bpsolutions.sending.events.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final DomainName CLINIC = new DomainName("clinic.com");
    private static final Words WORDS = new Words();

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void hasWordsForEveryCodeAndPurpose(FindingCode code) {
        for (Purpose purpose : Purpose.values()) {
            Wording wording = words(purpose, code.name(), Map.of());

            assertThat(wording.explanation()).isNotBlank().doesNotContain("{", "[", "…", "unusual");
            assertThat(wording.fix()).isNotBlank().doesNotContain("{", "[", "…");
        }
    }

    @Test
    void saysSomethingTrueOfACodeItDoesNotKnow() {
        assertThat(words(Purpose.DKIM, "NEVER_SEEN", Map.of()).explanation()).contains("NEVER_SEEN", "name.clinic.com");
    }

    @Test
    void namesTheRecordToAdd() {
        assertThat(words(Purpose.DKIM, "MISSING", Map.of()).fix()).contains("CNAME", "name.clinic.com", "target.net");
        assertThat(words(Purpose.DMARC, "MISSING", Map.of()).fix()).contains("TXT", "name.clinic.com");
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        assertThat(words(Purpose.SPF, "INCLUDE_MISSING", Map.of()).fix()).doesNotContain("with this one");
        assertThat(words(Purpose.SPF, "INCLUDE_MISSING", Map.of("suggested", "v=spf1 [x] ?all"))
                        .fix())
                .endsWith("with this one: v=spf1 [x] ?all.");
    }

    @Test
    void prefersTheArgumentsOfTheFindingToWhatWasFound() {
        assertThat(words(Purpose.DKIM, "DOUBLED_SUFFIX", Map.of("found", "name.clinic.com.clinic.com"))
                        .explanation())
                .contains("name.clinic.com.clinic.com");
    }

    @Test
    void doesNotLetWhatWasFoundActAsAPlaceholder() {
        assertThat(words(Purpose.DKIM, "WRONG_TARGET", Map.of("found", "$1 {value}"))
                        .explanation())
                .contains("$1 {value}");
    }

    private static Wording words(Purpose purpose, String code, Map<String, String> args) {
        ExpectedRecord expected = new ExpectedRecord(purpose, RecordType.CNAME, "name.clinic.com", "target.net", true);
        return WORDS.of(new Finding(code, Severity.ERROR, args), CLINIC, expected, List.of("there"));
    }
}
