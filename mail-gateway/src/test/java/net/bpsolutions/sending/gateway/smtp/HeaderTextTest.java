package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderTextTest {

    private static final Address ADDRESS = new Address("jane@clinic.example");

    static Stream<String> texts() {
        return Stream.of(
                "",
                "Your appointment",
                "Ihr Termin am Dienstag, 3. März um 14 Uhr",
                "See you 👋👩‍⚕️ on Tuesday",
                "👋".repeat(100),
                "ぜひお越しください。".repeat(30),
                "x".repeat(2_000),
                "=?UTF-8?Q?not_an_encoded_word?=",
                " leading and trailing ",
                "a=b?c");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void arrivesAsItWasWritten(String text) {
        assertThat(decoded(HeaderText.unstructured(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void breaksLinesOnlyByFolding(String text) {
        String header = HeaderText.unstructured(text);

        assertThat(header.replace("\r\n ", "")).doesNotContain("\r", "\n");
        assertThat(header.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(998));
        assertThat(header.chars()).allMatch(c -> c < 128);
    }

    @Test
    void keepsPlainTextReadable() {
        assertThat(HeaderText.unstructured("Your appointment")).isEqualTo("Your appointment");
    }

    @Test
    void keepsEncodedLinesShort() {
        String header = "Reply-To: " + HeaderText.unstructured("ü".repeat(500));

        assertThat(header.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    static Stream<String> names() {
        return Stream.of(
                "My Hearing Clinic",
                "Dr. \"Bob\" O'Neil, M.D.",
                "back\\slash",
                "a@b <c@d.example>",
                "x, <evil@example.org>",
                "Hörgeräte Müller",
                "Clinic 👂",
                "=?UTF-8?Q?x?=");
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesOneMailboxWhateverTheName(String name) {
        String header = HeaderText.mailbox(new Mailbox(name, ADDRESS));

        var mailboxes = LenientAddressParser.DEFAULT.parseAddressList(header).flatten();
        assertThat(mailboxes).hasSize(1);
        assertThat(mailboxes.get(0).getAddress()).isEqualTo(ADDRESS.value());
        assertThat(mailboxes.get(0).getName()).isEqualTo(name);
    }

    @Test
    void writesTheAddressAloneWithoutAName() {
        assertThat(HeaderText.mailbox(Mailbox.of(ADDRESS))).isEqualTo("jane@clinic.example");
    }

    private static String decoded(String header) {
        return DecoderUtil.decodeEncodedWords(
                header.replace("\r\n ", " "), DecodeMonitor.STRICT, StandardCharsets.UTF_8);
    }
}
