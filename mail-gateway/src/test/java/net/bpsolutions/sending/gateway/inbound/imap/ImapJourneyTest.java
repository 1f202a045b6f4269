package net.bpsolutions.sending.gateway.inbound.imap;

import static net.bpsolutions.sending.gateway.inbound.imap.Fetching.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.inbound.imap.ImapConfig.Afterwards;
import net.bpsolutions.sending.gateway.inbound.smtp.MailReceiver;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.sender.SenderStatusView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verification by a mailbox that lives elsewhere, with the claims in the real database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ImapJourneyTest {

    private static final Pattern KEY = Pattern.compile("Key: ([a-z2-7]{32})");

    @Inject
    MailReceiver receiver;

    @Inject
    Claims claims;

    @Inject
    SenderStatusView registrations;

    @TempDir
    Path folder;

    @Test
    void verifiesDomainByMailboxElsewhereWithTwoReplicas() throws Exception {
        EmbeddedParts.bus().status("clinic-42", "imap.example", SendingAs.FALLBACK, 1);
        soon().until(() -> registrations.rebuilt()
                && !registrations.registrationsOf("imap.example").isEmpty());
        try (ImapServer server = new ImapServer("imap", 0, "journey");
                ImapReader one = reader(server);
                ImapReader other = reader(server)) {
            one.start();
            other.start();
            server.deliver(from("jane@imap.example", "Domain verification", "Please."));
            String key = soon().until(() -> keyFor("jane@imap.example"), found -> !found.isEmpty());

            server.deliver(from("it@helper.example", "Fwd: Verify your domain", "Domain: imap.example\nKey: " + key));

            soon().untilAsserted(() -> assertThat(completions("imap.example")).hasSize(1));
            soon().untilAsserted(() -> assertThat(server.flags("INBOX")).isEmpty());
        }
        assertThat(EmbeddedParts.relay().mailsTo("jane@imap.example")).hasSize(1);
    }

    @Test
    void answersStrangersOnlyWhenTheServerKnowsThem() throws Exception {
        try (ImapServer server = new ImapServer("imap", 0, "strangers");
                ImapReader reader = reader(server)) {
            server.deliver(results("other.example", "joe@pretends.example"));
            server.deliver(results("mx.v.example", "joe@known.example"));
            reader.start();

            soon().until(() ->
                    !EmbeddedParts.relay().mailsTo("joe@known.example").isEmpty());
        }
        assertThat(EmbeddedParts.relay().mailsTo("joe@pretends.example")).isEmpty();
    }

    @Test
    void givesMailToOneOfMany() {
        String mail = UUID.randomUUID().toString();

        List<Claims.Claim> claimed = Uni.join()
                .all(IntStream.range(0, 10)
                        .mapToObj(_ -> claims.claim(mail, Duration.ofMinutes(1)))
                        .toList())
                .andFailFast()
                .subscribeAsCompletionStage()
                .join();

        assertThat(claimed).filteredOn(Claims.Claim.Ours.class::isInstance).containsExactly(new Claims.Claim.Ours(1));
    }

    @Test
    void givesMailAgainAfterItsPauseAndNeverWhenDone() {
        String mail = UUID.randomUUID().toString();
        claim(mail);
        assertThat(claim(mail)).isEqualTo(new Claims.Claim.NotNow());

        claims.later(mail, Duration.ZERO).subscribeAsCompletionStage().join();
        assertThat(claim(mail)).isEqualTo(new Claims.Claim.Ours(2));
        claims.done(mail).subscribeAsCompletionStage().join();

        assertThat(claim(mail)).isEqualTo(new Claims.Claim.Done());
    }

    @Test
    void remembersWhatIsDoneAsLongAsItLiesInTheMailbox() {
        String mail = UUID.randomUUID().toString();
        claim(mail);
        claims.done(mail).subscribeAsCompletionStage().join();
        EmbeddedParts.database()
                .execute("update gateway.fetched_mail set done_at = now() - interval '29 days' where id = ?", mail);

        assertThat(claim(mail)).isEqualTo(new Claims.Claim.Done());

        assertThat(EmbeddedParts.database()
                        .one("select done_at > now() - interval '1 hour' from gateway.fetched_mail where id = ?", mail))
                .isEqualTo("t");
    }

    private Claims.Claim claim(String mail) {
        return claims.claim(mail, Duration.ofMinutes(1))
                .subscribeAsCompletionStage()
                .join();
    }

    private ImapReader reader(ImapServer server) throws Exception {
        ImapSettings settings = server.settings(folder, Duration.ofSeconds(1), Afterwards.DELETE);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ImapPost post = new ImapPost(settings, "verification@bp-solutions.net", receiver, claims, meters);
        return new ImapReader(settings, post, meters, Duration.ofMillis(100));
    }

    private static String from(String author, String subject, String words) {
        return "Return-Path: <" + author + ">\nFrom: " + author + "\nTo: verification@bp-solutions.net\nSubject: "
                + subject + "\n\n" + words + "\n";
    }

    private static String results(String by, String author) {
        return "Authentication-Results: " + by + "; dmarc=pass header.from=" + author.substring(author.indexOf('@') + 1)
                + "\n" + from(author, "Hello", "What is this?");
    }

    private static String keyFor(String recipient) {
        return EmbeddedParts.relay().mailsTo(recipient).stream()
                .map(mail -> KEY.matcher(new String(mail.content(), StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .map(key -> key.group(1))
                .findFirst()
                .orElse("");
    }

    private static List<String> completions(String domain) {
        return EmbeddedParts.bus().records(Topic.VERIFICATION_COMPLETED.topicName()).stream()
                .filter(event -> domain.equals(event.key()))
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
