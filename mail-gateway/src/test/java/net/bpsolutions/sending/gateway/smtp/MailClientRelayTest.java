package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.ScriptedRelay.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MailClientRelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Vertx VERTX = Vertx.vertx();
    private static final String[] UP_TO_THE_CONTENT = {"220 hi", "250 hello", "250 ok", "250 ok", "354 go on"};

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void sendsNothingInTheClearWhenTlsIsRequired() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.FALL_SILENT, "220 hi", "250 hello", "250 ok", "250 ok")) {
            Answer answer = handOver(relay.port(), "starttls");

            assertThat(answer).isEqualTo(new Answer.Unreachable());
            assertThat(relay.heard()).noneMatch(line -> line.startsWith("MAIL FROM"));
        }
    }

    @Test
    void givesUpOnARelayThatNeverGreets() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertThat(handOver(silent.getLocalPort(), "none")).isEqualTo(new Answer.Unanswered());
        }
    }

    @Test
    void doesNotKnowWhatBecameOfAMailWhoseEndIsNotAnswered() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.FALL_SILENT, UP_TO_THE_CONTENT)) {
            assertThat(handOver(relay.port(), "none")).isEqualTo(new Answer.Unanswered());
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
    void knowsThatNothingListens() throws IOException {
        int port;
        try (ServerSocket brief = new ServerSocket(0)) {
            port = brief.getLocalPort();
        }

        assertThat(handOver(port, "none")).isEqualTo(new Answer.Unreachable());
    }

    @Test
    void holdsARefusedSessionAgainstNoMail() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay(Ending.HANG_UP, "554 5.7.1 not you")) {
            assertThat(handOver(relay.port(), "none")).isEqualTo(new Answer.Deferred("554 5.7.1", "relay-not-ready"));
        }
    }

    private static Answer handOver(int port, String tls) {
        MailClientRelay relay = new MailClientRelay(
                VERTX,
                Settings.of(Map.of(
                        "gateway.relay.port",
                        Integer.toString(port),
                        "gateway.relay.tls",
                        tls,
                        "gateway.relay.idle-timeout",
                        "1s",
                        "gateway.relay.attempt-timeout",
                        "5s")),
                Clock.systemUTC());
        try {
            return relay.handOver(mail()).await().atMost(LIMIT);
        } finally {
            relay.close();
        }
    }

    private static Handover mail() {
        Mailbox jane = Mailbox.of(new Address("jane@clinic.example"));
        Mailbox pat = Mailbox.of(new Address("pat@example.org"));
        Mail mail = new Mail(jane, List.of(pat), null, "Hi", "text", null, List.of(), AutoSubmitted.GENERATED);
        Identity identity = new Identity(SendingAs.NATIVE, jane, null);
        return new Handover(jane.address(), pat, identity, "<1@clinic.example>", "request", mail);
    }
}
