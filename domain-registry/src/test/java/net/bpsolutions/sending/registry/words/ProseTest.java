package net.bpsolutions.sending.registry.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProseTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern SAID = Pattern.compile("say\\(['\"]([\\w.-]+)['\"][,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasWordsForEverythingThatPagesSay(Language language) throws IOException {
        assertThat(bundle(language).stringPropertyNames()).containsAll(said());
    }

    @Test
    void hasTheSamePlacesForValuesInEveryLanguage() {
        Properties english = bundle(Language.ENGLISH);
        Properties german = bundle(Language.GERMAN);

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(german.getProperty(key, "")))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key, ""))));
    }

    @Test
    void doesNotLetAValuePoseAsAPlaceForAnother() {
        Prose prose = prose("{0} of {1}, {0}");

        assertThat(prose.say("key", "{1}", "{0}")).isEqualTo("{1} of {0}, {1}");
    }

    @Test
    void refusesToSayWhatItHasNoWordsFor() {
        assertThatThrownBy(() -> prose("x").say("other")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, ENGLISH",
                "-, 'de-AT,de;q=0.9,en;q=0.8', GERMAN",
                "-, 'en-GB,de;q=0.9', ENGLISH",
                "-, 'fr,de;q=0.5', GERMAN",
                "-, 'fr', ENGLISH",
                "-, 'de;q=0', ENGLISH",
                "-, ';;;', ENGLISH",
                "de, en, GERMAN",
                "en, de, ENGLISH",
                "../../etc, de, GERMAN",
                "'', '', ENGLISH"
            })
    void speaksTheLanguageThatIsAskedFor(String asked, String accepted, Language expected) {
        assertThat(Language.of(asked, accepted)).isEqualTo(expected);
    }

    private static Prose prose(String sentence) {
        Properties sentences = new Properties();
        sentences.setProperty("key", sentence);
        return new Prose(Language.ENGLISH, sentences);
    }

    private static Set<String> said() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path folder : List.of(MAIN.resolve("resources/templates"), MAIN.resolve("java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    SAID.matcher(Files.readString(file)).results().forEach(hit -> keys.add(hit.group(1)));
                }
            }
        }
        return keys;
    }

    private static List<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static Properties bundle(Language language) {
        return Objects.requireNonNull(Bundle.load("pages").get(language));
    }
}
