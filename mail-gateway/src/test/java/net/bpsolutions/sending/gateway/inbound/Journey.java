package net.bpsolutions.sending.gateway.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.ChallengeRequested;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What clinics, the registry and mail servers do, and what comes of it. */
abstract class Journey {

    private static final String VERIFICATION = "verification@bp-solutions.net";
    private static final Duration A_WHILE = Duration.ofSeconds(40);

    @Inject
    InboundServer server;

    @Inject
    SenderStatusView registrations;

    @Inject
    ObjectMapper json;

    int smtpPort() {
        return server.port();
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(A_WHILE);
    }

    void register(String domain) {
        EmbeddedParts.bus().status("clinic-42", domain, SendingAs.FALLBACK, 1);
        soon().until(() -> registrations.rebuilt()
                && !registrations.registrationsOf(domain).isEmpty());
    }

    String challengeRequest(String domain, String mailbox) throws IOException {
        return json.writeValueAsString(new ChallengeRequested(
                UUID.randomUUID(), Instant.now(), UUID.randomUUID(), "clinic-42", new DomainName(domain), mailbox));
    }

    void requestChallenge(String domain, String value) {
        EmbeddedParts.bus().put(Topic.CHALLENGE_REQUESTED, domain, value.getBytes(StandardCharsets.UTF_8));
    }

    String ask(String author) throws IOException {
        return deliver(author, "From: " + author + "\nSubject: Domain verification\n\nPlease.");
    }

    String deliver(String sender, String mail) throws IOException {
        return SmtpClient.deliver(smtpPort(), sender, VERIFICATION, mail);
    }

    ReceivedChallenge challengeFor(String recipient) {
        return soon().until(() -> received(recipient), mails -> !mails.isEmpty())
                .getFirst();
    }

    List<String> subjectsTo(String recipient) {
        return received(recipient).stream().map(ReceivedChallenge::subject).toList();
    }

    private static List<ReceivedChallenge> received(String recipient) {
        return EmbeddedParts.relay().mailsTo(recipient).stream()
                .map(ReceivedChallenge::of)
                .toList();
    }

    List<String> completions(String domain) {
        return EmbeddedParts.bus().records(Topic.VERIFICATION_COMPLETED.topicName()).stream()
                .filter(event -> domain.equals(event.key()))
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
