package net.bpsolutions.sending.gateway.dispatch;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.DEFERRED;
import static net.bpsolutions.sending.events.Outcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.parts.Accounts;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.Certificates;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.LoginRelay;
import net.bpsolutions.sending.gateway.parts.LoginRelay.Protection;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clinics with a provider account of their own; how it is spoken to is in {@code ProviderRelayTest}. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class OwnAccountTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Inject
    SenderStatusView senders;

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final Accounts accounts = EmbeddedParts.accounts();
    private final String recipient = Request.somebody();

    @Test
    void holdsAnOwnAccountsMailBackWhileThereIsNoWayForIt() {
        Request request = Request.of("jane@own.example", recipient);
        exempt(request.clinicId());

        bus.put(request);

        SendOutcome deferred = bus.await(request, DEFERRED);
        assertThat(deferred.reason()).isEqualTo("own-account-not-configured");
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void sendsAnOwnAccountsMailThroughItOnceItsFileIsThereAndWhole() {
        Request request = Request.of("jane@own-account.example", recipient);
        exempt(request.clinicId());
        accounts.write(request.clinicId(), "host=localhost\nuser=misspelt\n");
        bus.put(request);
        SendOutcome deferred = bus.await(request, DEFERRED);

        accounts.write(request.clinicId(), "host=localhost\ntls=none\nport=" + relay.port() + "\n");

        assertThat(deferred.reason()).isEqualTo("own-account-unusable");
        assertThat(bus.await(request, ACCEPTED).sendingAs()).isEqualTo(SendingAs.OWN_ACCOUNT);
        assertThat(relay.onlyMailTo(recipient))
                .contains("From: \"My Hearing Clinic\" <jane@own-account.example>\r\n")
                .doesNotContain("Reply-To:");
    }

    @Test
    void neverLendsAnAccountToAClinicWithoutOne() {
        Request request = Request.of("jane@own-away.example", recipient);
        exempt(request.clinicId());
        accounts.write(request.clinicId(), "host=localhost\ntls=none\nport=1\n");

        bus.put(request);

        assertThat(bus.await(request, DEFERRED).reason()).isEqualTo("own-account-unreachable");
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void waitsForARelayThatDoesNotLetItIn() throws IOException {
        Request request = Request.of("jane@own-login.example", recipient);
        exempt(request.clinicId());
        try (LoginRelay provider = new LoginRelay(Protection.NONE, null, "PLAIN")) {
            accounts.write(request.clinicId(), provider.account("wrong"));

            bus.put(request);

            SendOutcome deferred = bus.await(request, DEFERRED);
            assertThat(deferred.reason()).isEqualTo("own-account-login-refused");
            assertThat(deferred.smtpReply()).isEqualTo("535 5.7.8");
            accounts.write(request.clinicId(), provider.account());
            assertThat(bus.await(request, ACCEPTED).sendingAs()).isEqualTo(SendingAs.OWN_ACCOUNT);
        }
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void showsNoPasswordToARelayWithACertificateThatNobodyVouchesFor() throws IOException {
        Request request = Request.of("jane@own-certificate.example", recipient);
        exempt(request.clinicId());
        try (LoginRelay provider = new LoginRelay(
                Protection.STARTTLS, Certificates.server(Certificates.of("localhost", folder)), "PLAIN")) {
            accounts.write(request.clinicId(), provider.account());

            bus.put(request);

            assertThat(bus.await(request, DEFERRED).reason()).isEqualTo("own-account-tls-failed");
            assertThat(provider.secured()).isEmpty();
            assertThat(provider.inTheClear()).noneMatch(line -> line.startsWith("AUTH"));
        }
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void takesNoOtherWayWhenItsAccountMayNotUseTheName() {
        Request request = Request.of("jane@own-unsigned.example", recipient);
        exempt(request.clinicId());
        accounts.write(request.clinicId(), "host=localhost\ntls=none\nport=" + relay.port() + "\n");
        relay.answerTo(recipient, "550 5.7.1 unsigned");

        bus.put(request);

        SendOutcome rejected = bus.await(request, REJECTED);
        assertThat(rejected.reason()).isEqualTo("sender-not-authorised");
        assertThat(bus.outcomes(request.id()))
                .extracting(SendOutcome::sendingAs)
                .containsExactly(SendingAs.OWN_ACCOUNT);
        assertThat(relay.mailsTo(recipient)).isEmpty();
        assertThat(EmbeddedParts.database()
                        .one("select count(*) from gateway.suppression where address = ?", recipient))
                .isEqualTo("0");
        await().atMost(SOON)
                .until(() -> bus.records("check-suggested").stream()
                        .anyMatch(record -> "own-unsigned.example".equals(record.key())));
    }

    @Test
    void waitsForNoRelayThatItDoesNotNeed() throws IOException {
        Request request = Request.of("jane@own-whole.example", recipient);
        exempt(request.clinicId());
        List<Request> others = Stream.generate(() -> Request.of("jane@clinic.example", Request.somebody()))
                .limit(20)
                .toList();
        try (LoginRelay provider = new LoginRelay(Protection.NONE, null, "PLAIN")) {
            accounts.write(request.clinicId(), provider.account());
            relay.goAway();
            others.forEach(bus::put);
            bus.await(others.getFirst(), DEFERRED);

            bus.put(request);

            bus.await(request, ACCEPTED);
            boolean beforeItsTurn =
                    others.stream().anyMatch(other -> bus.outcomes(other.id()).isEmpty());
            relay.comeBack();
            assertThat(beforeItsTurn).isTrue();
        }
        others.forEach(other -> bus.await(other, ACCEPTED));
    }

    private void exempt(String clinicId) {
        bus.status(clinicId, SenderStatus.ANY_DOMAIN, SendingAs.OWN_ACCOUNT, 1);
        await().atMost(SOON)
                .until(() -> senders.find(clinicId, SenderStatus.ANY_DOMAIN).isPresent());
    }
}
