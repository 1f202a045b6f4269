package net.bpsolutions.sending.gateway.inbound;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.BOUNCED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;

/** What comes back to the fallback address, over real sockets. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReturnsTest extends Journey {

    private static final String FALLBACK = "blueprintoms@bp-solutions.net";
    private static final String PERSON = "person@bp-solutions.net";

    private final String clinic = "jane-" + UUID.randomUUID() + "@clinic.example";
    private final String patient = Request.somebody();
    private final Request request = Request.of(clinic, patient);

    @Test
    void passesReplyOnToTheClinic() throws Exception {
        String reply = reply(accepted().messageId(), "I cannot come.");

        assertThat(send(patient, FALLBACK, reply)).startsWith("250");
        assertThat(send(patient, FALLBACK, reply)).startsWith("250");

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
        assertThat(EmbeddedParts.relay().onlyMailTo(clinic))
                .contains("From: \"Pat Doe\" <" + FALLBACK + ">\r\n", "Reply-To: \"Pat Doe\" <" + patient + ">\r\n")
                .contains("Subject: Re: Your appointment on Tuesday\r\n", "I cannot come.", "reply.eml");
    }

    @Test
    void knowsWhoseReplyItIsByThePlusAddress() throws Exception {
        String id = accepted().messageId();
        String token = id.substring(1, id.indexOf('@'));

        assertThat(send(patient, "blueprintoms+" + token + "@bp-solutions.net", reply("<other@x.example>", "Thanks.")))
                .startsWith("250");

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
    }

    @Test
    void givesToPersonWhatCannotBeMatched() throws Exception {
        String words = "unmatched " + UUID.randomUUID();

        assertThat(send(patient, FALLBACK, reply("<nobody@x.example>", words))).startsWith("250");

        soon().until(() -> EmbeddedParts.relay().mailsTo(PERSON).stream()
                .anyMatch(mail -> new String(mail.content(), StandardCharsets.UTF_8).contains(words)));
    }

    @Test
    void endsLoopsAtTheFirstHop() throws Exception {
        String id = accepted().messageId();
        String note = reply(id, "I am away.");

        assertThat(send(patient, FALLBACK, "Auto-Submitted: auto-replied\n" + note)).startsWith("250");
        assertThat(send("", FALLBACK, note)).startsWith("250");
        assertThat(send(patient, FALLBACK, "List-Id: <x.example>\n" + note)).startsWith("250");
        assertThat(send(FALLBACK, FALLBACK, note.replace(patient, FALLBACK))).startsWith("250");
        assertThat(send(patient, FALLBACK, "Received: from a by b\n".repeat(101) + note)).startsWith("250");
        send(patient, FALLBACK, reply(id, "I am a person."));

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
        assertThat(EmbeddedParts.relay().onlyMailTo(clinic)).contains("I am a person.");
    }

    @Test
    void publishesBounces() throws Exception {
        String bounce = ReportsTest.dsn(accepted().messageId(), "failed", "5.1.1", "smtp; 550 5.1.1 unknown");

        assertThat(send("", FALLBACK, bounce)).startsWith("250");

        SendOutcome bounced = EmbeddedParts.bus().await(request, BOUNCED);
        assertThat(bounced.smtpReply()).isEqualTo("5.1.1");
        assertThat(bounced.reason()).isEqualTo("hard-bounce");
    }

    @Test
    void suggestsCheckWhenReceiverDoesNotBelieveTheName() throws Exception {
        String domain = "d" + UUID.randomUUID() + ".example";
        Request own = Request.of("jane@" + domain, patient);
        EmbeddedParts.bus().status(own.clinicId(), domain, SendingAs.NATIVE, 1);
        soon().until(() -> !registrations.registrationsOf(domain).isEmpty());
        EmbeddedParts.bus().put(own);
        SendOutcome accepted = EmbeddedParts.bus().await(own, ACCEPTED);
        String bounce = ReportsTest.dsn(accepted.messageId(), "failed", "5.7.26", "smtp; 550 5.7.26 unauthenticated");

        send("", FALLBACK, bounce);
        send("", FALLBACK, bounce);

        assertThat(EmbeddedParts.bus().await(own, BOUNCED).reason()).isEqualTo("soft-bounce");
        soon().untilAsserted(() -> assertThat(EmbeddedParts.bus().records(Topic.CHECK_SUGGESTED.topicName()))
                .filteredOn(event -> domain.equals(event.key()))
                .hasSize(1));
    }

    private SendOutcome accepted() {
        EmbeddedParts.bus().put(request);
        return EmbeddedParts.bus().await(request, ACCEPTED);
    }

    private String reply(String messageId, String words) {
        return "From: Pat Doe <" + patient + ">\nTo: " + FALLBACK + "\nSubject: Re: Your appointment on Tuesday\nIn-Reply-To: "
                + messageId + "\nReferences: <first@x.example> " + messageId + "\n\n" + words + "\n";
    }

    private String send(String sender, String recipient, String mail) throws IOException {
        return SmtpClient.deliver(smtpPort(), sender, recipient, mail);
    }
}
