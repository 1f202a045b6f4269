package net.bpsolutions.sending.gateway.dispatch;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SendingTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String FALLBACK = "blueprintoms@bp-solutions.net";

    @Inject
    SenderStatusView senders;

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final String recipient = Request.somebody();

    @Test
    void sendsAnUnknownClinicsMailFromTheFallbackAddress() {
        Request request = Request.of("jane@nobody-knows.example", recipient);

        bus.put(request);

        SendOutcome accepted = bus.await(request, ACCEPTED);
        assertThat(accepted.sendingAs()).isEqualTo(SendingAs.FALLBACK);
        assertThat(accepted.from()).isEqualTo(FALLBACK);
        assertThat(accepted.replyTo()).isEqualTo("jane@nobody-knows.example");
        assertThat(relay.onlyMailTo(recipient))
                .contains("From: \"My Hearing Clinic\" <" + FALLBACK + ">\r\n")
                .contains("Reply-To: \"My Hearing Clinic\" <jane@nobody-knows.example>\r\n")
                .contains("To: \"Pat Doe\" <" + recipient + ">\r\n")
                .contains("Subject: Your appointment on Tuesday\r\n")
                .contains("Auto-Submitted: auto-generated\r\n")
                .contains("X-Request-ID: " + request.id() + "\r\n")
                .contains("Message-ID: " + accepted.messageId() + "\r\n");
    }

    @Test
    void sendsUnderTheClinicsNameOnceItsDomainIsVerified() {
        Request request = Request.of("jane@verified.example", recipient);
        tell(request.clinicId(), "verified.example", SendingAs.NATIVE, 2);

        bus.put(request);

        assertThat(bus.await(request, ACCEPTED).sendingAs()).isEqualTo(SendingAs.NATIVE);
        assertThat(relay.onlyMailTo(recipient))
                .contains("From: \"My Hearing Clinic\" <jane@verified.example>\r\n")
                .doesNotContain("Reply-To:");
        assertThat(relay.mailsTo(recipient).getFirst().envelopeSender()).isEqualTo(FALLBACK);
    }

    @Test
    void neverLendsADomainToAnotherClinic() {
        Request owner = Request.of("jane@owned.example", Request.somebody());
        Request stranger = Request.of("jane@owned.example", recipient);
        tell(owner.clinicId(), "owned.example", SendingAs.NATIVE, 2);

        bus.put(stranger);

        assertThat(bus.await(stranger, ACCEPTED).sendingAs()).isEqualTo(SendingAs.FALLBACK);
    }

    @Test
    void fallsBackAgainWhenTheRegistrationIsGone() {
        Request request = Request.of("jane@removed.example", recipient);
        tell(request.clinicId(), "removed.example", SendingAs.NATIVE, 2);
        bus.put(Topic.SENDER_STATUS, SenderStatus.key(request.clinicId(), "removed.example"), null);
        await().atMost(SOON)
                .until(() -> senders.find(request.clinicId(), "removed.example").isEmpty());

        bus.put(request);

        assertThat(bus.await(request, ACCEPTED).sendingAs()).isEqualTo(SendingAs.FALLBACK);
    }

    @Test
    void keepsWhatAProducerNamesAsReplyTo() {
        Request request = Request.of("jane@nobody-knows.example", recipient)
                .with("replyTo", "{\"address\": \"desk@clinic.example\"}");

        bus.put(request);

        assertThat(bus.await(request, ACCEPTED).replyTo()).isEqualTo("desk@clinic.example");
        assertThat(relay.onlyMailTo(recipient)).contains("Reply-To: desk@clinic.example\r\n");
    }

    @Test
    void fallsBackOnceAndSuggestsACheckWhenTheNameIsNotAuthorised() {
        Request request = Request.of("jane@unsigned.example", recipient);
        tell(request.clinicId(), "unsigned.example", SendingAs.NATIVE, 2);
        relay.answerTo(recipient, "550 5.7.26 DMARC");

        bus.put(request);

        SendOutcome rejected = bus.await(request, REJECTED);
        assertThat(bus.outcomes(request.id()))
                .extracting(SendOutcome::sendingAs)
                .containsExactly(SendingAs.NATIVE, SendingAs.FALLBACK);
        assertThat(rejected.reason()).isEqualTo("sender-not-authorised");
        assertThat(EmbeddedParts.database()
                        .one("select count(*) from gateway.suppression where address = ?", recipient))
                .isEqualTo("0");
        await().atMost(SOON)
                .until(() -> bus.records("check-suggested").stream()
                                .filter(record -> "unsigned.example".equals(record.key()))
                                .count()
                        == 1);
    }

    @Test
    void carriesFilesAndBothBodies() {
        Request request = Request.of("jane@nobody-knows.example", recipient)
                .with("html", "\"<p>Bis Dienstag \\uD83D\\uDC4B</p>\"")
                .with(
                        "attachments",
                        "[{\"name\": \"Termin März.ics\", \"contentType\": \"text/calendar\", \"content\": \"QkVHSU4=\"}]");

        bus.put(request);

        bus.await(request, ACCEPTED);
        assertThat(relay.onlyMailTo(recipient))
                .contains("multipart/mixed")
                .contains("multipart/alternative")
                .contains("=F0=9F=91=8B")
                .contains("filename*=UTF-8''Termin%20M%C3%A4rz%2Eics")
                .contains("QkVHSU4=");
    }

    private void tell(String clinicId, String domain, SendingAs sendingAs, long sequence) {
        bus.status(clinicId, domain, sendingAs, sequence);
        await().atMost(SOON).until(() -> senders.find(clinicId, domain).isPresent());
    }
}
