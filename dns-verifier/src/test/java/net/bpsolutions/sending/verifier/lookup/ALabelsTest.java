package net.bpsolutions.sending.verifier.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ALabelsTest {

    @ParameterizedTest
    @CsvSource({
        "hörgeräte.example,                xn--hrgerte-9wa1n.example",
        "HÖRGERÄTE.Example,                xn--hrgerte-9wa1n.example",
        "straße.example,                   xn--strae-oqa.example",
        "mte1._domainkey.Hörgeräte.example, mte1._domainkey.xn--hrgerte-9wa1n.example",
        "_dmarc.שמיעה.example,             _dmarc.xn--8dbjor6a.example",
        "hörgeräte。example,                xn--hrgerte-9wa1n.example",
        "ｃｌｉｎｉｃ．example,                 clinic.example",
        "hörgeräte.example.,               xn--hrgerte-9wa1n.example.",
    })
    void turnsULabelsIntoALabels(String typed, String name) {
        assertThat(ALabels.of(typed)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Clinic.EXAMPLE", "_dmarc.clinic.example.", "xn--hrgerte-9wa1n.example", "a..b", ""})
    void leavesAsciiAsItIsButForItsCase(String typed) {
        assertThat(ALabels.of(typed)).contains(typed.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinic\u200d.example",
                "hör_geräte.example",
                "-hör.example",
                "clinic\u202e.example",
                "\u00ad.example",
                "clinic⒈.example",
                "…example",
                "\ud800.example",
                "müller clinic.example"
            })
    void refusesWhatCannotBeALabel(String typed) {
        assertThat(ALabels.of(typed)).isEmpty();
    }

    @Test
    void refusesALabelThatGetsTooLong() {
        assertThat(ALabels.of("ö" + "o".repeat(55) + ".example")).isPresent();
        assertThat(ALabels.of("ö" + "o".repeat(62) + ".example")).isEmpty();
    }

    @Test
    void givesUpOnWhatIsFarTooLongAtOnce() {
        String endless = IntStream.range(0, 300_000)
                .mapToObj(at -> Character.toString(0x4e00 + at % 20_000))
                .collect(Collectors.joining());

        assertThat(assertTimeout(Duration.ofSeconds(10), () -> ALabels.of(endless)))
                .isEmpty();
    }

    @Test
    void showsULabelsToPeople() {
        assertThat(ALabels.shown("xn--hrgerte-9wa1n.example")).isEqualTo("hörgeräte.example");
        assertThat(ALabels.shown("clinic.example")).isEqualTo("clinic.example");
        assertThat(ALabels.shown("xn--zzzzzzzzzzzz.example")).isEqualTo("xn--zzzzzzzzzzzz.example");
    }
}
