package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What strangers may send: here each seed once; {@code JAZZER_FUZZ=1} with one of the methods looks for more. No key can come
 * out that did not go in, and nothing but a decision can come of a mail.
 */
class InboundFuzzTest {

    static Stream<byte[]> mails() {
        return MailCorpus.FORWARDED.mails();
    }

    static Stream<byte[]> links() {
        String link = "https://s.example/verify-domain?domain=a.example&key=abcdefghijklmnopqrstuvwxyz234567";
        return Stream.concat(Arrays.stream(Wrapper.values()).map(wrapper -> wrapper.around(link)), Stream.of(link))
                .map(text -> text.getBytes(UTF_8));
    }

    static Stream<byte[]> reports() {
        return MailCorpus.REPORTS.mails();
    }

    @MethodSource("mails")
    @FuzzTest(maxDuration = "3m")
    void understandsOrRefusesAnyMail(byte[] mail) {
        Reading reading = MailReader.read(mail, false);

        assertThat(InboundDecision.of(reading)).isNotNull();
        if (reading instanceof Reading.Understood(var understood)) {
            assertThat(understood.texts().stream().mapToInt(String::length).sum())
                    .isLessThanOrEqualTo(Findings.MAX_TEXT);
        }
    }

    @MethodSource("links")
    @FuzzTest(maxDuration = "3m")
    void unwrapsAnyLink(byte[] text) {
        String link = "https://" + new String(text, UTF_8);

        assertThat(new WrappedLinks().undone(link)).hasSizeLessThanOrEqualTo(WrappedLinks.MAX_LINKS);
        assertThat(Proofs.in(new InboundMail(null, "", false, List.of(link)))).hasSizeLessThanOrEqualTo(4);
    }

    @MethodSource("reports")
    @FuzzTest(maxDuration = "3m")
    void readsAnyReport(byte[] mail) {
        if (MailReader.read(mail, true) instanceof Reading.Understood(var understood)) {
            assertThat(ReportReading.of(understood, true)).isNotNull();
        }
    }
}
