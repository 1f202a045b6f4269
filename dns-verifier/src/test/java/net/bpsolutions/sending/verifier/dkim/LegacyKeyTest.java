package net.bpsolutions.sending.verifier.dkim;

import static net.bpsolutions.sending.verifier.dkim.Examined.FIRST;
import static net.bpsolutions.sending.verifier.dkim.Examined.SECOND;
import static net.bpsolutions.sending.verifier.dkim.Examined.VENDOR;
import static net.bpsolutions.sending.verifier.dkim.Examined.argument;
import static net.bpsolutions.sending.verifier.dkim.Examined.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.verifier.lookup.PaperZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyKeyTest {

    private static final String KEY = Keys.material(1024);
    private static final String WHOLE = "v=DKIM1; k=rsa; p=" + KEY;
    private static final String OLD = "mandrill._domainkey.clinic.example ";
    private static final String BESIDE = "nobody-made-this-name-5c0f2e._domainkey.clinic.example ";

    static Stream<String> whole() {
        return Stream.of(WHOLE, WHOLE + ";", " v=DKIM1;k=rsa;p= " + KEY + " ; ", "v=DKIM1; p=" + KEY + "; t=s; n=a b");
    }

    @ParameterizedTest
    @MethodSource("whole")
    void takesAWholeKeyForWhole(String text) {
        assertThat(LegacyKey.read(text)).isEqualTo(new LegacyKey.Whole(Optional.of(1024)));
    }

    static Stream<Arguments> damaged() {
        String head = KEY.substring(0, 40);
        String tail = KEY.substring(40);
        return Stream.of(
                argumentSet("a space", "v=DKIM1; k=rsa; p=" + head + " " + tail, "whitespace", 59),
                argumentSet("a line break", "v=DKIM1; k=rsa; p=" + head + "\r\n" + tail, "whitespace", 59),
                argumentSet("quotation marks around", "\"" + WHOLE + "\"", "quote", 1),
                argumentSet("typographic ones", "“" + WHOLE + "”", "quote", 1),
                argumentSet("quotation marks within", "v=DKIM1; k=rsa; p=" + head + "\" \"" + tail, "quote", 59),
                argumentSet("escaped semicolons", WHOLE.replace(";", "\\;"), "quote", 8),
                argumentSet("commas", WHOLE.replace(";", ","), "separator", 8),
                argumentSet("spaces only", WHOLE.replace(";", ""), "separator", 8),
                argumentSet("colons", WHOLE.replace("=", ":"), "separator", 2),
                argumentSet("no version", "k=rsa; p=" + KEY, "v-missing", 1),
                argumentSet("another version", WHOLE.replace("DKIM1", "DKIM"), "version", 3),
                argumentSet("the version last", "k=rsa; p=" + KEY + "; v=DKIM1", "version-not-first", 230),
                argumentSet("nothing but the key", KEY, "syntax", 1),
                argumentSet("the key without its tag", "v=DKIM1; k=rsa; " + KEY, "syntax", 17));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void saysWhatIsDamagedAndHowItWasMeant(String text, String fault, int position) {
        assertThat(LegacyKey.read(text)).isEqualTo(new LegacyKey.Malformed(fault, position, Optional.of(WHOLE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=DKIM1; k=rsa", "v=DKIM1; k=rsa; p=MIGfMA0GCSq", "hello", "", "p=", "\"", "v=spf1 -all"})
    void repairsNothingThatItCannotKnow(String text) {
        if (LegacyKey.read(text) instanceof LegacyKey.Malformed malformed) {
            assertThat(malformed.repaired()).isEmpty();
        } else {
            assertThat(text).isEqualTo("p=");
        }
    }

    @Test
    void tellsOfAWholeKeyWithTheFirstSelectorOnly() {
        List<RecordCheck> both = Examined.both(VENDOR + FIRST + SECOND + OLD + "TXT " + WHOLE);

        assertThat(both).extracting(Examined::summary).containsExactly("OK LEGACY_KEY/INFO", "OK");
        assertThat(argument(both.getFirst(), "LEGACY_KEY", "name")).isEqualTo("mandrill._domainkey.clinic.example");
        assertThat(argument(both.getFirst(), "LEGACY_KEY", "found")).isEqualTo(WHOLE);
    }

    @Test
    void tellsOfADamagedKeyAndHowItWasMeant() {
        RecordCheck first = Examined.first(OLD + "TXT " + WHOLE.replace("p=MI", "p=M I"));

        assertThat(summary(first)).isEqualTo("MISSING MISSING/ERROR LEGACY_KEY_MALFORMED/WARNING");
        assertThat(argument(first, "LEGACY_KEY_MALFORMED", "fault")).isEqualTo("whitespace");
        assertThat(argument(first, "LEGACY_KEY_MALFORMED", "position")).isEqualTo("20");
        assertThat(argument(first, "LEGACY_KEY_MALFORMED", "suggested")).isEqualTo(WHOLE);
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                argumentSet("a key that was withdrawn", OLD + "TXT v=DKIM1; p=", "OK LEGACY_KEY/INFO"),
                argumentSet(
                        "a whole and a damaged one",
                        OLD + "TXT " + WHOLE + "\n" + OLD + "TXT k=rsa; p=" + KEY,
                        "OK LEGACY_KEY_MALFORMED/WARNING"),
                argumentSet(
                        "behind an alias", OLD + "CNAME old.example\nold.example TXT " + WHOLE, "OK LEGACY_KEY/INFO"),
                argumentSet("out of reach", OLD + "TXT !TIMEOUT", "OK"),
                argumentSet("none", OLD + "A 192.0.2.1", "OK"),
                argumentSet("a wildcard's text", "*._domainkey.clinic.example TXT v=spf1 -all", "OK"),
                argumentSet(
                        "a whole key, perhaps a wildcard's",
                        OLD + "TXT " + WHOLE + "\n" + BESIDE + "TXT !TIMEOUT",
                        "OK LEGACY_KEY/INFO"),
                argumentSet("text, perhaps a wildcard's", OLD + "TXT v=spf1 -all\n" + BESIDE + "TXT !TIMEOUT", "OK"),
                argumentSet("at another selector", "other._domainkey.clinic.example TXT " + WHOLE, "OK"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void tellsOfWhatItSees(String lines, String expected) {
        assertThat(summary(Examined.first(FIRST + lines))).isEqualTo(expected);
    }

    @Test
    void looksNowhereWithoutAnOldSelector() {
        PaperZone zone = PaperZone.of(VENDOR + FIRST + OLD + "TXT " + WHOLE);

        List<RecordCheck> checks = new Dkim(zone, Examined.DOMAIN, "clinic.example")
                .examine(List.of(Examined.selector(1)), List.of())
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(checks).extracting(Examined::summary).containsExactly("OK");
    }
}
