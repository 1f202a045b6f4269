package net.bpsolutions.sending.gateway.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by accident: bounded in time, and never an exception. */
class HostileMailTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final Duration BOUND = Duration.ofSeconds(5);

    static Stream<Arguments> mails() {
        return Stream.of(
                arguments("nothing", ""),
                arguments("no header", "x".repeat(1000)),
                arguments("angle brackets", html("<".repeat(MEBIBYTE))),
                arguments("open tags", html("<a href=\"".repeat(MEBIBYTE / 9))),
                arguments("entities", html("&#".repeat(MEBIBYTE / 2))),
                arguments("blanks", text(" ".repeat(MEBIBYTE))),
                arguments("half links", text("domain=aaaaaaaa&key=".repeat(MEBIBYTE / 20))),
                arguments("line ends", text("=\r\n".repeat(MEBIBYTE / 3))),
                arguments("key words", text("key:key:".repeat(MEBIBYTE / 8))),
                arguments("long subject", "Subject: " + "Re: ".repeat(10_000) + "\r\n\r\n"),
                arguments("encoded words", "Subject: " + "=?utf-8?q?a?= ".repeat(4_000) + "\r\n\r\n"),
                arguments("addresses", "From: " + "a@b.example,".repeat(5_000) + "\r\n\r\n"),
                arguments("comments", "From: " + "(".repeat(30_000) + "\r\n\r\n"),
                arguments("unknown charset", "Content-Type: text/plain; charset=\"no such\\r\\n\"\r\n\r\nx\r\n"),
                arguments("broken base64", "Content-Transfer-Encoding: base64\r\n\r\n" + "=A=".repeat(1000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void decidesInBoundedTime(String name, String mail) {
        assertTimeoutPreemptively(
                BOUND,
                () -> assertThat(InboundDecision.of(MailReader.read(mail.getBytes(ISO_8859_1), false)))
                        .as(name)
                        .isNotNull());
    }

    @Test
    void refusesToGoDeep() {
        StringBuilder mail = new StringBuilder();
        for (int level = 0; level < 1000; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\r\n\r\n--b");
            mail.append(level).append("\r\n");
        }

        assertThat(read(mail.toString())).isEqualTo(new Reading.Unreadable());
    }

    @Test
    void refusesToCountParts() {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(100_000);

        assertThat(read(mail)).isEqualTo(new Reading.Unreadable());
    }

    @Test
    void refusesHeaderFloods() {
        assertThat(read("X-A: b\r\n".repeat(10_000) + "\r\nx")).isEqualTo(new Reading.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail-forward", "thunderbird-attached", "attached-base64", "bounce", "outlook-html-only"})
    void survivesMutilation(String mail) throws IOException {
        byte[] whole = Objects.requireNonNull(getClass().getResourceAsStream("/mail/" + mail + ".eml"))
                .readAllBytes();
        Random random = new Random(42);

        for (int round = 0; round < 400; round++) {
            byte[] mutilated = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int hit = 0; hit < 20; hit++) {
                mutilated[random.nextInt(mutilated.length)] = (byte) random.nextInt(256);
            }

            assertThat(InboundDecision.of(MailReader.read(mutilated, false)))
                    .as("round %d", round)
                    .isNotNull();
        }
    }

    private static Reading read(String mail) {
        return assertTimeoutPreemptively(BOUND, () -> MailReader.read(mail.getBytes(ISO_8859_1), false));
    }

    private static String html(String body) {
        return "Content-Type: text/html\r\n\r\n" + body;
    }

    private static String text(String body) {
        return "Content-Type: text/plain\r\n\r\n" + body;
    }
}
