package net.bpsolutions.sending.verifier.spf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bpsolutions.sending.events.Finding;
import net.bpsolutions.sending.events.RecordCheck;
import net.bpsolutions.sending.events.RecordState;
import net.bpsolutions.sending.events.Severity;
import net.bpsolutions.sending.verifier.lookup.Lookup;

/** What strangers may publish, a line a record; {@code JAZZER_FUZZ=1} looks for more. */
class SpfFuzzTest {

    @FuzzTest(maxDuration = "3m")
    void judgesAnything(byte[] published) {
        List<String> texts =
                new String(published, StandardCharsets.UTF_8).lines().toList();

        RecordCheck check = Spf.glance(Clinic.EXPECTED, new Lookup.Answer(texts, 300L));

        assertThat(check.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        if (check.state() != RecordState.OK && check.state() != RecordState.UNKNOWN) {
            assertThat(check.findings()).anyMatch(finding -> finding.severity() == Severity.WARNING);
        }
        check.findings().forEach(finding -> assertHelpful(finding, texts));
    }

    /** A position is within the longest text; a suggested record is one that is in order. */
    private static void assertHelpful(Finding finding, List<String> texts) {
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        if (finding.args().containsKey("position")) {
            assertThat(Integer.parseInt(finding.args().get("position"))).isBetween(1, longest);
        }
        if (finding.args().containsKey("suggested")) {
            String suggested = finding.args().get("suggested");
            assertThat(SpfRecord.read(suggested))
                    .hasValueSatisfying(record -> assertThat(record.isValid()).isTrue());
            assertThat(Clinic.glance(suggested).findings())
                    .noneMatch(again -> again.args().containsKey("suggested"));
        }
    }
}
