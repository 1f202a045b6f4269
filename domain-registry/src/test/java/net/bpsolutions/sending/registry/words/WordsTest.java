package net.bpsolutions.sending.registry.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void hasWordsForEveryCodeAndPurposeInEveryLanguage(FindingCode code) {
        for (Language language : Language.values()) {
            Wording other = words(language, Purpose.DKIM, "NEVER_SEEN", Map.of());
            for (Purpose purpose : Purpose.values()) {
                Wording wording = words(language, purpose, code.name(), Map.of());

                assertThat(List.of(wording.explanation(), wording.why(), wording.fix(), wording.technical()))
                        .as("%s %s %s", language, purpose, code)
                        .allSatisfy(part -> assertThat(part).isNotBlank().doesNotContain("{", "[", "]", "…"))
                        .doesNotContain(other.why(), other.fix());
                assertThat(wording.technical()).doesNotContain(code.name() + " at");
            }
        }
    }

    @Test
    void saysTheSameOfTheSameInEveryLanguage() {
        Properties english = bundle(Language.ENGLISH);
        Properties german = bundle(Language.GERMAN);

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(german.getProperty(key, "")))
                        .as(key)
                        .isEqualTo(values(english.getProperty(key, ""))));
    }

    private static Properties bundle(Language language) {
        return Objects.requireNonNull(Bundle.load("findings").get(language));
    }

    private static Set<String> values(String sentence) {
        return Pattern.compile("\\{\\w+}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
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
        return words(Language.ENGLISH, purpose, code, args);
    }

    private static Wording words(Language language, Purpose purpose, String code, Map<String, String> args) {
        ExpectedRecord expected = new ExpectedRecord(purpose, RecordType.CNAME, "name.clinic.com", "target.net", true);
        return WORDS.findings(language).of(new Finding(code, Severity.ERROR, args), CLINIC, expected, List.of("there"));
    }
}
