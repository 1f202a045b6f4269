package net.bpsolutions.sending.gateway.inbound.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSessionTest {

    private static final String START =
            "EHLO client\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<ours@x.example>\r\nDATA\r\n";

    private final FakeWire wire = new FakeWire();
    private final FakeReceiver receiver = new FakeReceiver();
    private final Room room = new Room(1500);
    private final SmtpSession session = new SmtpSession(
            new SmtpSettings(
                    "gw",
                    new SmtpLimits(
                            new SmtpLimits.OfMail(1000, 2, 500, 1500),
                            new SmtpLimits.OfConnections(
                                    10, 10, 3, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1))),
                    Networks.of(List.of()),
                    null),
            room,
            receiver,
            wire);

    @Test
    void handsOverMailWithoutDotStuffing() {
        send(START + "Subject: x\r\n\r\n..dot\r\n.\r\n");

        assertThat(receiver.mails).containsExactly("Subject: x\r\n\r\n.dot\r\n");
        assertThat(wire.replies()).endsWith("250 2.0.0 Accepted");
    }

    @Test
    void unstuffsTheVeryFirstLineToo() {
        send(START + "..first\r\n.\r\n");

        assertThat(receiver.mails).containsExactly(".first\r\n");
    }

    @Test
    void takesSeveralMailsOnOneConnection() {
        send(START + "one\r\n.\r\n" + START + "two\r\n.\r\nQUIT\r\n");

        assertThat(receiver.mails).containsExactly("one\r\n", "two\r\n");
        assertThat(wire.closed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\n.\r", "\r\n.\r.\r\n", "\r\n\r.\r\n", "\n"})
    void neverEndsDataByAnythingButCrlfDotCrlf(String lookalike) {
        send(START + "first" + lookalike + "MAIL FROM:<evil@b.example>\r\nRCPT TO:<ours@x.example>\r\nDATA\r\n"
                + "smuggled\r\n.\r\n");

        assertThat(receiver.mails).isEmpty();
        assertThat(wire.replies().getLast()).startsWith("521 5.5.2");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void refusesNul() {
        send(START + "first\0\r\n.\r\n");

        assertThat(receiver.mails).isEmpty();
        assertThat(wire.replies()).endsWith("521 5.5.2 NUL is not text, closing");
    }

    @Test
    void offersTlsWhenItCan() {
        wire.canSecure = true;

        send("EHLO client\r\n");

        assertThat(wire.replies()).contains("250-STARTTLS");
    }

    @Test
    void offersNoTlsWithoutCertificate() {
        send("EHLO client\r\nSTARTTLS\r\n");

        assertThat(wire.replies()).doesNotContain("250-STARTTLS").endsWith("502 5.5.1 STARTTLS is not offered");
    }

    @Test
    void forgetsWhatWasSaidInTheClear() {
        wire.canSecure = true;
        send("EHLO client\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<ours@x.example>\r\n" + "STARTTLS\r\nEHLO injected\r\n"
                + START + "injected\r\n.\r\n");

        assertThat(wire.replies()).endsWith("220 2.0.0 Ready to start TLS");
        wire.canSecure = false;
        send("RCPT TO:<ours@x.example>\r\nMAIL FROM:<a@b.example>\r\nSTARTTLS\r\n");

        assertThat(wire.replies())
                .endsWith(
                        "503 5.5.1 Bad sequence of commands",
                        "503 5.5.1 Bad sequence of commands",
                        "502 5.5.1 STARTTLS is not offered");
        assertThat(receiver.mails).isEmpty();
    }

    @Test
    void defersMailForWhichThereIsNoRoom() {
        room.take(1000);

        send(START + ("x".repeat(98) + "\r\n").repeat(6) + ".\r\n");

        assertThat(receiver.mails).isEmpty();
        assertThat(wire.replies().getLast()).startsWith("452 4.3.1");
        assertThat(room.take(500)).isTrue();
    }

    @Test
    void leavesRoomForTheNextMailHoweverOneEnds() {
        String mail = START + ("x".repeat(98) + "\r\n").repeat(9);

        send(mail + ".\r\n" + mail + ".\r\n" + mail + "too large".repeat(30) + "\r\n.\r\n" + mail);
        session.disconnected();

        assertThat(receiver.mails).hasSize(2);
        assertThat(room.take(1500)).isTrue();
    }

    @Test
    void refusesBareLineFeedAmongCommands() {
        send("EHLO client\nMAIL FROM:<a@b.example>\r\n");

        assertThat(wire.replies()).containsExactly("521 5.5.2 Bare LF, lines end in CRLF, closing");
    }

    @Test
    void closesOnBdatBecauseItsOctetsWouldBeCommands() {
        send("EHLO client\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<no@x.example>\r\nBDAT 40 LAST\r\nRSET\r\n" + START
                + "smuggled\r\n.\r\n");

        assertThat(receiver.mails).isEmpty();
        assertThat(wire.closed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "POST /x HTTP/1.1", "connect x:25 HTTP/1.1"})
    void closesOnBrowserBecauseItsPageWouldBeCommands(String request) {
        send(request + "\r\nHost: x\r\n\r\n" + START + "sent by a page\r\n.\r\n");

        assertThat(receiver.mails).isEmpty();
        assertThat(wire.replies()).endsWith("521 5.5.1 This is no web server, closing");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void blamesNobodyForRecipientsThatAreOnlyTooMany() {
        send("EHLO client\r\nMAIL FROM:<a@b.example>\r\n" + "RCPT TO:<ours@x.example>\r\n".repeat(20)
                + "DATA\r\nwhole\r\n.\r\n");

        assertThat(receiver.mails).containsExactly("whole\r\n");
    }

    @Test
    void doesNotReadDataAfterRefusedRecipients() {
        send("EHLO client\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<no@x.example>\r\nDATA\r\n");

        assertThat(wire.replies()).endsWith("550 5.7.1 no", "503 5.5.1 No valid recipient");
    }

    @Test
    void wantsGreetingFirst() {
        send("MAIL FROM:<a@b.example>\r\n");

        assertThat(wire.replies()).containsExactly("503 5.5.1 Bad sequence of commands");
    }

    @Test
    void takesTheNullSender() {
        send("HELO client\r\nMAIL FROM:<>\r\nRCPT TO:<ours@x.example>\r\nDATA\r\nx\r\n.\r\n");

        assertThat(receiver.envelopes).containsExactly(new Envelope("", List.of("ours@x.example"), "", "client"));
    }

    @Test
    void refusesDeclaredSizeAboveTheLimit() {
        send("EHLO client\r\nMAIL FROM:<a@b.example> SIZE=1001\r\n");

        assertThat(wire.replies()).endsWith("552 5.3.4 Message too large");
    }

    @Test
    void refusesSizeThatOverflows() {
        send("EHLO client\r\nMAIL FROM:<a@b.example> SIZE=99999999999999999999999\r\n");

        assertThat(wire.replies()).endsWith("555 5.5.4 Unsupported parameter");
    }

    @Test
    void refusesLargeMailAtItsEndAndGoesOn() {
        send(START + ("x".repeat(98) + "\r\n").repeat(11) + ".\r\n" + START + "small\r\n.\r\n");

        assertThat(wire.replies()).contains("552 5.3.4 Message too large");
        assertThat(receiver.mails).containsExactly("small\r\n");
    }

    @Test
    void cutsOffMailWithoutEnd() {
        send(START + ("x".repeat(98) + "\r\n").repeat(41));

        assertThat(wire.replies().getLast()).startsWith("521 5.3.4");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void limitsRecipients() {
        send("EHLO client\r\nMAIL FROM:<a@b.example>\r\n" + "RCPT TO:<ours@x.example>\r\n".repeat(3));

        assertThat(wire.replies()).endsWith("452 4.5.3 Too many recipients");
    }

    @Test
    void closesAfterTooManyErrors() {
        send("FOO\r\n".repeat(4));

        assertThat(wire.replies()).endsWith("421 4.7.0 Too many errors, closing");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void asksToTryLaterWhenTakingOverFails() {
        receiver.failing = true;

        send(START + "x\r\n.\r\n");

        assertThat(wire.replies()).endsWith("451 4.3.0 Temporarily unavailable, try again later");
    }

    @Test
    void saysWhatBecameOfAMailBeforeItEnds() {
        CompletableFuture<SmtpReply> commit = new CompletableFuture<>();
        receiver.verdict = Uni.createFrom().completionStage(commit);
        send(START + "x\r\n.\r\n");

        session.end(new SmtpReply(421, "4.4.2 Timeout, closing"));
        assertThat(wire.closed).isFalse();
        commit.complete(SmtpReply.ACCEPTED);

        assertThat(wire.replies()).endsWith("250 2.0.0 Accepted", "421 4.4.2 Timeout, closing");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void repeatsNothingThatTheClientSaid() {
        send("EHLO secret-name\r\nMAIL FROM:<secret@b.example> SECRET=1\r\nSECRET\r\n");

        assertThat(String.join("\n", wire.replies())).doesNotContainIgnoringCase("secret");
    }

    private void send(String octets) {
        session.received(octets.getBytes(ISO_8859_1));
    }

    private static final class FakeReceiver implements MailReceiver {
        final List<String> mails = new ArrayList<>();
        final List<Envelope> envelopes = new ArrayList<>();
        boolean failing;
        Uni<SmtpReply> verdict = Uni.createFrom().item(SmtpReply.ACCEPTED);

        @Override
        public SmtpReply recipient(String address) {
            return address.equals("ours@x.example") ? SmtpReply.OK : new SmtpReply(550, "5.7.1 no");
        }

        @Override
        public Uni<SmtpReply> receive(Envelope envelope, byte[] content) {
            if (failing) {
                return Uni.createFrom().failure(new IllegalStateException("away"));
            }
            envelopes.add(envelope);
            mails.add(new String(content, ISO_8859_1));
            return verdict;
        }
    }

    private static final class FakeWire implements Wire {
        private final StringBuilder written = new StringBuilder();
        private boolean closed;
        private boolean canSecure;

        @Override
        public String clientAddress() {
            return "";
        }

        @Override
        public boolean canSecure() {
            return canSecure;
        }

        @Override
        public void secure(String lastWord) {
            written.append(lastWord);
        }

        List<String> replies() {
            return written.toString().lines().filter(line -> !line.isEmpty()).toList();
        }

        @Override
        public void write(String text) {
            written.append(text);
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void closeLater() {
            closed = true;
        }

        @Override
        public void onEventLoop(Runnable task) {
            task.run();
        }
    }
}
