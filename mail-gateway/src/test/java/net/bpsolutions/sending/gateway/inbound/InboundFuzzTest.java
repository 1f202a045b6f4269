package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.bpsolutions.sending.gateway.bounce.ReportReading;

/** What strangers may send, a mail a run; {@code JAZZER_FUZZ=1} looks for more. */
class InboundFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void understandsOrRefusesAnything(byte[] mail) {
        Reading reading = MailReader.read(mail, false);

        assertThat(InboundDecision.of(reading)).isNotNull();
        if (reading instanceof Reading.Understood(var understood)) {
            assertThat(ReportReading.of(understood, true)).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "2m")
    void unwrapsAnything(byte[] text) {
        assertThat(WrappedLinks.undone("https://" + new String(text, java.nio.charset.StandardCharsets.UTF_8)))
                .hasSizeLessThanOrEqualTo(300);
    }
}
