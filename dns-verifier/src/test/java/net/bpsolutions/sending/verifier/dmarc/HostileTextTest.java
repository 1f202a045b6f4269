package net.bpsolutions.sending.verifier.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.lookup.Lookup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {

    private static final int LENGTH = 65_000;

    static Stream<String> texts() {
        return Stream.of(
                        " ",
                        "\t",
                        ";",
                        "; ",
                        ",",
                        "\"",
                        "\" ",
                        "“",
                        "\\",
                        "\\\"",
                        "p",
                        "p ",
                        "p=",
                        "p=none;",
                        "p=none ",
                        "v",
                        "v ",
                        "v=",
                        "v=DMARC1;",
                        " ,",
                        "rua=mailto:a@b.c,",
                        "!1",
                        "mailto:",
                        "@",
                        "&quot;",
                        "\u00a0",
                        "\u200b",
                        "a=b;",
                        "abc;",
                        "0:",
                        "\r\n",
                        "dmarc1")
                .flatMap(unit -> Stream.of(
                                "",
                                "v=DMARC1; p=none; ",
                                "v=DMARC1; p=none; rua=",
                                "v=DMARC1; p=none; fo=",
                                "v",
                                "\"v=DMARC1")
                        .map(start -> start + unit.repeat(LENGTH / unit.length())));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void judgesALongTextInNoTime(String text) {
        RecordCheck check = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> judge(text));

        assertThat(check.findings()).hasSizeLessThan(25);
    }

    @FuzzTest
    void judgesWhateverStrangersPublish(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);

        RecordCheck check = judge(text);

        boolean isBad = check.state() == RecordState.MISSING || check.state() == RecordState.WRONG;
        assertThat(check.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR))
                .isEqualTo(isBad);
        check.findings().stream()
                .map(finding -> finding.args().get("suggested"))
                .filter(suggested -> suggested != null)
                .forEach(CorrectionTest::assertFaultless);
        check.findings().stream()
                .map(finding -> finding.args().get("position"))
                .filter(position -> position != null)
                .forEach(position -> assertThat(Integer.parseInt(position)).isBetween(1, text.length() + 1));
    }

    private static RecordCheck judge(String text) {
        return Dmarc.glance(Clinic.of("clinic.example").expected(), new Lookup.Answer(List.of(text), 300L));
    }
}
