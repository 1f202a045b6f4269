package net.bpsolutions.sending.gateway.inbound;

import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.BOUNCED;
import static net.bpsolutions.sending.events.Outcome.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.bpsolutions.sending.events.SendOutcome;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.bounce.BounceBook;
import net.bpsolutions.sending.gateway.bounce.Report;
import net.bpsolutions.sending.gateway.bounce.ReportReading;
import net.bpsolutions.sending.gateway.inbound.smtp.Envelope;
import net.bpsolutions.sending.gateway.ledger.Ledger;
import net.bpsolutions.sending.gateway.outbox.Transactions;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Request;
import net.bpsolutions.sending.gateway.reply.ReadByNobody;
import org.junit.jupiter.api.Test;

/** What comes back to the fallback address, over real sockets. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ReturnsTest extends Journey {

    private static final String FALLBACK = "blueprintoms@bp-solutions.net";
    private static final String PERSON = "person@bp-solutions.net";

    @Inject
    BounceBook bounces;

    @Inject
    Ledger ledger;

    @Inject
    OwnAddresses addresses;

    @Inject
    Transactions transactions;

    private final String clinic = "jane-" + UUID.randomUUID() + "@clinic.example";
    private final String patient = Request.somebody();
    private final Request request = Request.of(clinic, patient);

    @Test
    void passesReplyOnToTheClinic() throws Exception {
        String reply = reply(accepted(request), "I cannot come.");

        assertThat(send(patient, FALLBACK, reply)).startsWith("250");
        assertThat(send(patient, FALLBACK, reply)).startsWith("250");

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
        assertThat(EmbeddedParts.relay().onlyMailTo(clinic))
                .contains("From: \"Pat Doe\" <" + FALLBACK + ">\r\n", "Reply-To: \"Pat Doe\" <" + patient + ">\r\n")
                .contains("Subject: Re: Your appointment on Tuesday\r\n", "I cannot come.", "reply.eml");
    }

    @Test
    void knowsWhoseReplyItIsByThePlusAddress() throws Exception {
        String id = accepted(request);
        String token = id.substring(1, id.indexOf('@'));

        assertThat(send(patient, "blueprintoms+" + token + "@bp-solutions.net", reply("<other@x.example>", "Thanks.")))
                .startsWith("250");

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
    }

    @Test
    void givesToPersonWhatCannotBeMatched() throws Exception {
        String words = "unmatched " + UUID.randomUUID();

        assertThat(send(patient, FALLBACK, reply("<nobody@x.example>", words))).startsWith("250");

        soon().until(() -> reachedPerson(words));
    }

    @Test
    void passesOnAsItIsWhatCannotBeRead() throws Exception {
        String subject = "broken " + UUID.randomUUID();
        String tooDeep = nested(40);

        assertThat(send(patient, FALLBACK, header(accepted(request), subject) + tooDeep))
                .startsWith("250");
        assertThat(send(patient, FALLBACK, header("<nobody@x.example>", subject) + tooDeep))
                .startsWith("250");

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
        assertThat(EmbeddedParts.relay().onlyMailTo(clinic)).contains("Subject: " + subject, "reply.eml");
        soon().until(() -> reachedPerson(subject));
    }

    @Test
    void givesToPersonWhatTheClinicsServerDoesNotTake() throws Exception {
        String words = "refused " + UUID.randomUUID();
        String id = accepted(request);
        EmbeddedParts.relay().answerTo(clinic, "550 5.1.1 nobody here");

        assertThat(send(patient, FALLBACK, reply(id, words))).startsWith("250");

        soon().until(() -> reachedPerson(words));
        assertThat(EmbeddedParts.relay().mailsTo(clinic)).isEmpty();
    }

    @Test
    void givesToPersonWhatTheClinicsServerSendsBack() throws Exception {
        String words = "sent back " + UUID.randomUUID();
        String report = sentBack(passedOn(words), words);

        assertThat(send("", FALLBACK, report)).startsWith("250");

        soon().until(() -> reachedPerson(words));
    }

    @Test
    void booksNothingThatWouldBeLostWhereNobodyIsConfiguredToReadIt() throws Exception {
        String words = "read by nobody " + UUID.randomUUID();
        String passedOn = passedOn(words);
        byte[] report = sentBack(passedOn, words).getBytes(StandardCharsets.US_ASCII);
        Reading.Understood reading = (Reading.Understood) MailReader.read(report, true);
        Report.Failed failed = (Report.Failed) ReportReading.of(reading.mail(), true);

        Returns.Done done = new Returns(bounces, ReadByNobody.over(ledger), addresses, transactions)
                .book(new Envelope("", List.of(FALLBACK)), failed, reading.mail(), report)
                .await()
                .atMost(Duration.ofSeconds(40));

        assertThat(done.reply().code()).isEqualTo(451);
        assertThat(EmbeddedParts.database().one("select state from gateway.delivery where message_id = ?", passedOn))
                .isEqualTo("ACCEPTED");
    }

    /** The Message-ID of a reply that the clinic's server took. */
    private String passedOn(String words) throws IOException {
        send(patient, FALLBACK, reply(accepted(request), words));
        return soon().ignoreExceptions()
                .until(
                        () -> EmbeddedParts.database()
                                .one(
                                        "select message_id from gateway.delivery where recipient = ? and state = 'ACCEPTED'",
                                        clinic),
                        Objects::nonNull);
    }

    private static String sentBack(String messageId, String words) {
        return ReportsTest.dsn(messageId, "failed", "5.2.2", "smtp; 552 5.2.2 mailbox full")
                .replace("This is the mail system.", words);
    }

    @Test
    void believesNoReportThatNamesNoMailOfOurs() throws Exception {
        String id = accepted(request);
        String guess = id.replaceFirst("<.", id.charAt(1) == '0' ? "<1" : "<0");
        Request next = Request.of(request.clinicId(), clinic, patient);

        assertThat(send("", FALLBACK, ReportsTest.dsn(guess, "failed", "5.1.1", "smtp; 550 5.1.1 unknown")))
                .startsWith("250");
        EmbeddedParts.bus().put(next);

        EmbeddedParts.bus().await(next, ACCEPTED);
        assertThat(EmbeddedParts.bus().outcomes(request.id())).hasSize(1);
    }

    @Test
    void suppressesWhoComplains() throws Exception {
        String complaint = ReportsTest.complaint(accepted(request));
        Request next = Request.of(request.clinicId(), clinic, patient);

        assertThat(send("fbl@isp.example", FALLBACK, complaint)).startsWith("250");
        assertThat(EmbeddedParts.bus().await(request, BOUNCED).reason()).isEqualTo("complaint");
        EmbeddedParts.bus().put(next);

        EmbeddedParts.bus().await(next, SUPPRESSED);
    }

    @Test
    void endsLoopsAtTheFirstHop() throws Exception {
        String id = accepted(request);
        String note = reply(id, "I am away.");

        assertThat(send(patient, FALLBACK, "Auto-Submitted: auto-replied\n" + note))
                .startsWith("250");
        assertThat(send("", FALLBACK, note)).startsWith("250");
        assertThat(send(patient, FALLBACK, "List-Id: <x.example>\n" + note)).startsWith("250");
        assertThat(send(FALLBACK, FALLBACK, note.replace(patient, FALLBACK))).startsWith("250");
        assertThat(send(patient, FALLBACK, "Received: from a by b\n".repeat(101) + note))
                .startsWith("250");
        send(patient, FALLBACK, reply(id, "I am a person."));

        soon().until(() -> !EmbeddedParts.relay().mailsTo(clinic).isEmpty());
        assertThat(EmbeddedParts.relay().onlyMailTo(clinic)).contains("I am a person.");
    }

    @Test
    void publishesBounces() throws Exception {
        String bounce = ReportsTest.dsn(accepted(request), "failed", "5.1.1", "smtp; 550 5.1.1 unknown");

        assertThat(send("", FALLBACK, bounce)).startsWith("250");

        SendOutcome bounced = EmbeddedParts.bus().await(request, BOUNCED);
        assertThat(bounced.smtpReply()).isEqualTo("5.1.1");
        assertThat(bounced.reason()).isEqualTo("hard-bounce");
    }

    @Test
    void asksForTheReportAgainWhileTheMailIsUnderWay() throws Exception {
        String id = accepted(request);
        String bounce = ReportsTest.dsn(id, "failed", "5.1.1", "smtp; 550 5.1.1 unknown");
        String under =
                "update gateway.delivery set state = 'SENDING', due_at = now() + interval '1 hour' where message_id = ?";
        EmbeddedParts.database().execute(under, id);

        assertThat(send("", FALLBACK, bounce)).startsWith("451");
        EmbeddedParts.database().execute("update gateway.delivery set state = 'ACCEPTED' where message_id = ?", id);
        assertThat(send("", FALLBACK, bounce)).startsWith("250");

        assertThat(EmbeddedParts.bus().await(request, BOUNCED).reason()).isEqualTo("hard-bounce");
    }

    @Test
    void suggestsCheckWhenReceiverDoesNotBelieveTheName() throws Exception {
        String domain = "d" + UUID.randomUUID() + ".example";
        Request own = Request.of("jane@" + domain, patient);
        EmbeddedParts.bus().status(own.clinicId(), domain, SendingAs.NATIVE, 1);
        soon().until(() -> !registrations.registrationsOf(domain).isEmpty());
        String bounce = ReportsTest.dsn(accepted(own), "failed", "5.7.26", "smtp; 550 5.7.26 unauthenticated");

        send("", FALLBACK, bounce);
        send("", FALLBACK, bounce);

        assertThat(EmbeddedParts.bus().await(own, BOUNCED).reason()).isEqualTo("soft-bounce");
        soon().untilAsserted(() -> assertThat(EmbeddedParts.bus().records(Topic.CHECK_SUGGESTED.topicName()))
                .filteredOn(event -> domain.equals(event.key()))
                .singleElement()
                .satisfies(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .contains("\"reason\":\"sender-not-authorised\"")));
    }

    /** The Message-ID of a request that was sent. */
    private static String accepted(Request sent) {
        EmbeddedParts.bus().put(sent);
        return Objects.requireNonNull(EmbeddedParts.bus().await(sent, ACCEPTED).messageId());
    }

    private static boolean reachedPerson(String words) {
        return EmbeddedParts.relay().mailsTo(PERSON).stream()
                .anyMatch(mail -> new String(mail.content(), StandardCharsets.UTF_8).contains(words));
    }

    private String reply(String messageId, String words) {
        return header(messageId, "Re: Your appointment on Tuesday") + "\n" + words + "\n";
    }

    private String header(String messageId, String subject) {
        return "From: Pat Doe <" + patient + ">\nTo: " + FALLBACK + "\nSubject: " + subject + "\nIn-Reply-To: "
                + messageId + "\nReferences: <first@x.example> " + messageId + "\n";
    }

    /** More deeply than anybody wants to read. */
    private static String nested(int depth) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            parts.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        return parts.append("\nhello\n").toString();
    }

    private String send(String sender, String recipient, String mail) throws IOException {
        return SmtpClient.deliver(smtpPort(), sender, recipient, mail);
    }
}
