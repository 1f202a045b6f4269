package net.bpsolutions.sending.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import net.bpsolutions.sending.events.Outcome;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SendingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FALLBACK = "blueprintoms@bp-solutions.net";

    @Inject
    SenderStatusView senders;

    private Bus bus;
    private Relay relay;
    private final String recipient = Request.somebody();

    @BeforeEach
    void parts() {
        bus = EmbeddedParts.bus();
        relay = EmbeddedParts.relay();
    }

    @Test
    void sendsAnUnknownClinicsMailFromTheFallbackAddress() {
        Request request = Request.of("jane@nobody-knows.example", recipient);

        bus.request(request.json());

        SendOutcome accepted = awaitOutcome(request, Outcome.ACCEPTED);
        assertThat(accepted.sendingAs()).isEqualTo(SendingAs.FALLBACK);
        assertThat(accepted.from()).isEqualTo(FALLBACK);
        assertThat(accepted.replyTo()).isEqualTo("jane@nobody-knows.example");
        assertThat(onlyMail())
                .contains("From: \"My Hearing Clinic\" <" + FALLBACK + ">\r\n")
                .contains("Reply-To: \"My Hearing Clinic\" <jane@nobody-knows.example>\r\n")
                .contains("To: \"Pat Doe\" <" + recipient + ">\r\n")
                .contains("Message-ID: " + accepted.messageId() + "\r\n");
    }

    @Test
    void sendsUnderTheClinicsNameOnceItsDomainIsVerified() {
        Request request = Request.of("jane@verified.example", recipient);
        bus.status(request.clinicId(), "verified.example", SendingAs.NATIVE, 2);
        await().atMost(SOON)
                .until(() ->
                        senders.find(request.clinicId(), "verified.example").isPresent());

        bus.request(request.json());

        assertThat(awaitOutcome(request, Outcome.ACCEPTED).sendingAs()).isEqualTo(SendingAs.NATIVE);
        assertThat(onlyMail())
                .contains("From: \"My Hearing Clinic\" <jane@verified.example>\r\n")
                .doesNotContain("Reply-To:");
        assertThat(relay.mailsTo(recipient).getFirst().envelopeSender()).isEqualTo(FALLBACK);
    }

    private SendOutcome awaitOutcome(Request request, Outcome outcome) {
        return await().atMost(SOON)
                .until(() -> bus.outcomes(request.id()), has(outcome))
                .getLast();
    }

    private static Predicate<List<SendOutcome>> has(Outcome outcome) {
        return outcomes -> outcomes.stream().anyMatch(told -> told.outcome() == outcome);
    }

    private String onlyMail() {
        assertThat(relay.mailsTo(recipient)).hasSize(1);
        return new String(relay.mailsTo(recipient).getFirst().content(), StandardCharsets.UTF_8);
    }
}
