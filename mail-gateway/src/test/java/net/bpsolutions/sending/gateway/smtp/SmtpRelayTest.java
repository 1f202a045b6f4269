package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Permit.Ruling;
import net.bpsolutions.sending.gateway.smtp.ScriptedRelay.Ending;
import net.bpsolutions.sending.local.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpRelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String[] UP_TO_THE_CONTENT = {"220 hi", "250 hello", "250 ok", "250 ok", "354 go on"};

    @Test
    void sendsNothingInTheClearWhenTlsIsRequired() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.FALL_SILENT, "220 hi", "250 hello", "502 no")) {
            Answer answer = handOver(relay.port(), "starttls");

            assertThat(answer).isEqualTo(new Answer.Unreachable("", "relay-tls-failed"));
            assertThat(relay.heard()).noneMatch(line -> line.startsWith("MAIL FROM"));
        }
    }

    @Test
    void givesUpOnARelayThatNeverGreets() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertThat(handOverInHaste(silent.getLocalPort())).isEqualTo(new Answer.Unreachable("", "relay-not-ready"));
        }
    }

    @Test
    void doesNotKnowWhatBecameOfAMailWhoseEndIsNotAnswered() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.FALL_SILENT, UP_TO_THE_CONTENT)) {
            assertThat(handOverInHaste(relay.port())).isEqualTo(new Answer.Unanswered());
            assertThat(relay.heard()).endsWith(".");
        }
    }

    @Test
    void doesNotKnowEitherWhenTheRelayHangsUpThere() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.HANG_UP, UP_TO_THE_CONTENT)) {
            assertThat(handOver(relay.port(), "none")).isEqualTo(new Answer.Unanswered());
        }
    }

    @Test
    void knowsThatNothingWasSentWhenTheRelayHangsUpBeforeTheEnd() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.HANG_UP, "220 hi", "250 hello", "250 ok")) {
            assertThat(handOver(relay.port(), "none")).isEqualTo(new Answer.Deferred("", "connection-lost"));
        }
    }

    @Test
    void knowsThatNothingListens() {
        assertThat(handOver(Ports.free(), "none")).isEqualTo(new Answer.Unreachable("", "relay-unreachable"));
    }

    @Test
    void holdsARefusedSessionAgainstNoMail() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.HANG_UP, "554 5.7.1 not you")) {
            assertThat(handOver(relay.port(), "none"))
                    .isEqualTo(new Answer.Unreachable("554 5.7.1", "relay-not-ready"));
        }
    }

    @Test
    void namesNoMailToARelayThatRefusesTheLogin() throws IOException {
        try (ScriptedRelay relay =
                new ScriptedRelay(Ending.HANG_UP, "220 hi", "250-hello\r\n250 AUTH PLAIN", "535 5.7.8 who?")) {
            Account account = new Account(
                    "localhost", relay.port(), RelayConfig.Tls.NONE, Optional.of(new Account.Login("us", "secret")));

            assertThat(handOver(account, () -> Ruling.GRANTED))
                    .isEqualTo(new Answer.Unreachable("535 5.7.8", "relay-login-refused"));
            assertThat(relay.heard())
                    .contains("AUTH PLAIN AHVzAHNlY3JldA==")
                    .noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "REVOKED"})
    void holdsBackTheEndOfAMailThatMayNotBeSentAnyMore(Ruling ruling) throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.FALL_SILENT, UP_TO_THE_CONTENT)) {
            Answer answer = handOver(plain(relay.port()), () -> ruling);

            assertThat(answer).isEqualTo(new Answer.Withheld(ruling));
            await().atMost(LIMIT).until(() -> relay.heard().getLast(), last -> !last.equals("DATA"));
            assertThat(relay.heard()).doesNotContain(".");
        }
    }

    @Test
    void breaksOffWhatHasNotEndedWhenItStops() throws Exception {
        try (ScriptedRelay silent = new ScriptedRelay(Ending.FALL_SILENT, "220 hi", "250 hello", "250 ok")) {
            SmtpRelay relay = relay(silent.port(), "none");
            CompletableFuture<Answer> answer = relay.handOver(mail(), plain(silent.port()), () -> Ruling.GRANTED)
                    .subscribeAsCompletionStage();
            await().atMost(LIMIT).until(() -> silent.heard().stream().anyMatch(line -> line.startsWith("RCPT")));

            relay.withhold();

            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Withheld(Ruling.REVOKED));
            relay.close();
        }
    }

    @Test
    void waitsForNoGreetingWhenItStops() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            SmtpRelay relay = relay(silent.getLocalPort(), "none");
            CompletableFuture<Answer> answer = relay.handOver(
                            mail(), plain(silent.getLocalPort()), () -> Ruling.GRANTED)
                    .subscribeAsCompletionStage();
            silent.accept();

            relay.withhold();

            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Withheld(Ruling.REVOKED));
            relay.close();
        }
    }

    @Test
    void doublesDotsAndEndsEachLineAsSmtpWants() throws IOException {
        var sent = new java.io.ByteArrayOutputStream();
        ContentLines lines = new ContentLines(sent);

        lines.write(".a\n..b\r\nc.d".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        lines.finish();

        assertThat(sent).hasToString("..a\r\n...b\r\nc.d\r\n");
    }

    private static Answer handOver(int port, String tls) {
        Account account = new Account(
                "localhost", port, RelayConfig.Tls.valueOf(tls.toUpperCase(java.util.Locale.ROOT)), Optional.empty());
        return handOver(relay(port, tls), account, () -> Ruling.GRANTED);
    }

    private static Answer handOver(Account account, Permit permit) {
        return handOver(relay(account.port(), "none"), account, permit);
    }

    /** To a relay that is meant to be waited for in vain. */
    private static Answer handOverInHaste(int port) {
        return handOver(relay(port, "none", "1s"), plain(port), () -> Ruling.GRANTED);
    }

    private static Answer handOver(SmtpRelay relay, Account account, Permit permit) {
        try {
            return relay.handOver(mail(), account, permit).await().atMost(LIMIT);
        } finally {
            relay.close();
        }
    }

    private static Account plain(int port) {
        return new Account("localhost", port, RelayConfig.Tls.NONE, Optional.empty());
    }

    private static SmtpRelay relay(int port, String tls) {
        return relay(port, tls, "30s");
    }

    private static SmtpRelay relay(int port, String tls, String idleTimeout) {
        return new SmtpRelay(
                Settings.of(Map.of(
                        "gateway.relay.port",
                        Integer.toString(port),
                        "gateway.relay.tls",
                        tls,
                        "gateway.relay.idle-timeout",
                        idleTimeout,
                        "gateway.relay.attempt-timeout",
                        "35s")),
                Clock.systemUTC());
    }

    private static Handover mail() {
        Mailbox jane = Mailbox.of(new Address("jane@clinic.example"));
        Mailbox pat = Mailbox.of(new Address("pat@example.org"));
        Mail mail = new Mail(jane, List.of(pat), null, "Hi", "text", null, List.of(), AutoSubmitted.GENERATED);
        Identity identity = new Identity(SendingAs.NATIVE, jane, null);
        return new Handover(jane.address(), pat, identity, "<1@clinic.example>", "request", mail);
    }
}
