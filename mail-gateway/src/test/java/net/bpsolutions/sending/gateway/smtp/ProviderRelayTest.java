package net.bpsolutions.sending.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.GatewayConfig;
import net.bpsolutions.sending.gateway.account.OwnAccounts;
import net.bpsolutions.sending.gateway.account.OwnAccounts.Finding;
import net.bpsolutions.sending.gateway.mail.Address;
import net.bpsolutions.sending.gateway.mail.AutoSubmitted;
import net.bpsolutions.sending.gateway.mail.Mail;
import net.bpsolutions.sending.gateway.mail.Mailbox;
import net.bpsolutions.sending.gateway.parts.Certificates;
import net.bpsolutions.sending.gateway.parts.LoginRelay;
import net.bpsolutions.sending.gateway.parts.LoginRelay.Protection;
import net.bpsolutions.sending.gateway.parts.Settings;
import net.bpsolutions.sending.gateway.sender.Identity;
import net.bpsolutions.sending.gateway.smtp.Permit.Ruling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A clinic's own account, from its file to a provider that speaks TLS and asks who we are. */
class ProviderRelayTest {

    @TempDir
    static Path folder;

    static KeyStore right;
    static KeyStore elsewhere;

    @BeforeAll
    static void issue() {
        right = Certificates.of("localhost", folder);
        elsewhere = Certificates.of("relay.elsewhere.example", folder);
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS,PLAIN", "STARTTLS,LOGIN", "TLS,PLAIN", "TLS,LOGIN"})
    void handsMailOverBehindTlsAndALogin(Protection protection, String mechanism) throws IOException {
        try (LoginRelay relay = new LoginRelay(protection, Certificates.server(right), mechanism)) {
            Answer answer = handOver(relay.account(), Certificates.client(right));

            assertThat(answer).isEqualTo(new Answer.Accepted("250 2.0.0"));
            assertThat(relay.secured()).contains("MAIL FROM:<bounces@bp-solutions.net>", ".");
            assertThat(relay.inTheClear()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void namesNoMailWhenThePasswordIsWrong(Protection protection) throws IOException {
        try (LoginRelay relay = new LoginRelay(protection, Certificates.server(right), "PLAIN")) {
            Answer answer = handOver(relay.account("wrong"), Certificates.client(right));

            assertThat(answer).isEqualTo(new Answer.Unreachable("535 5.7.8", "relay-login-refused"));
            assertThat(relay.secured()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void tellsNothingToACertificateThatBearsAnotherName(Protection protection) throws IOException {
        try (LoginRelay relay = new LoginRelay(protection, Certificates.server(elsewhere), "PLAIN")) {
            Answer answer = handOver(relay.account(), Certificates.client(right, elsewhere));

            assertThat(answer).isEqualTo(new Answer.Unreachable("", "relay-tls-failed"));
            assertThat(relay.secured()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void tellsNothingToACertificateThatNobodyKnows(Protection protection) throws IOException {
        try (LoginRelay relay = new LoginRelay(protection, Certificates.server(right), "PLAIN")) {
            Answer answer = handOver(relay.account(), Certificates.client(elsewhere));

            assertThat(answer).isEqualTo(new Answer.Unreachable("", "relay-tls-failed"));
            assertThat(relay.secured()).isEmpty();
        }
    }

    @Test
    void sendsNoPasswordWhereNoMechanismIsKnown() throws IOException {
        try (LoginRelay relay = new LoginRelay(Protection.TLS, Certificates.server(right), "CRAM-MD5")) {
            Answer answer = handOver(relay.account(), Certificates.client(right));

            assertThat(answer).isEqualTo(new Answer.Unreachable("250", "relay-login-refused"));
            assertThat(relay.secured()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    private static Answer handOver(String accountFile, SSLSocketFactory trust) throws IOException {
        GatewayConfig config = Settings.of(
                Map.of("gateway.own-accounts.folder", folder.toString(), "gateway.relay.idle-timeout", "5s"));
        Files.writeString(folder.resolve("clinic-42"), accountFile, StandardCharsets.UTF_8);
        Account account = ((Finding.Found) new OwnAccounts(config).of("clinic-42")).account();
        SmtpRelay relay = new SmtpRelay(config, Clock.systemUTC(), trust);
        try {
            return relay.handOver(mail(), account, () -> Ruling.GRANTED).await().atMost(Duration.ofSeconds(40));
        } finally {
            relay.close();
        }
    }

    private static Handover mail() {
        Mailbox jane = Mailbox.of(new Address("jane@clinic.example"));
        Mailbox pat = Mailbox.of(new Address("pat@example.org"));
        Mail mail = new Mail(jane, List.of(pat), null, "Hi", "text", null, List.of(), AutoSubmitted.GENERATED);
        Identity identity = new Identity(SendingAs.OWN_ACCOUNT, jane, null);
        return new Handover(
                new Address("bounces@bp-solutions.net"), pat, identity, "<1@clinic.example>", "request", mail);
    }
}
