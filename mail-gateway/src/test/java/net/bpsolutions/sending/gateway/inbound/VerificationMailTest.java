package net.bpsolutions.sending.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

/** The journey of a verification, over real sockets. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class VerificationMailTest extends Journey {

    @Test
    void answersWithTheMessageToForward() throws Exception {
        register("answers.example");

        assertThat(ask("jane@answers.example")).startsWith("250");

        ReceivedChallenge message = challengeFor("jane@answers.example");
        assertThat(message.subject()).isEqualTo("Verify your domain");
        assertThat(message.from()).isEqualTo("verification@bp-solutions.net");
        assertThat(message.autoSubmitted()).isEqualTo("auto-replied");
        assertThat(message.link())
                .matches("http://localhost:[0-9]+/verify-domain\\?domain=answers\\.example&key=[a-z2-7]{32}");
        assertThat(message.text()).contains("forward this message to verification@bp-solutions.net");
    }

    @Test
    void completesOnceWhenForwardedTwentyTimesAtOnce() throws Exception {
        register("races.example");
        ask("jane@races.example");
        String forward = challengeFor("jane@races.example").forwardedBy("it@helper.example");

        Callable<String> delivery = () -> deliver("it@helper.example", forward);
        List<Future<String>> replies;
        try (ExecutorService senders = Executors.newFixedThreadPool(20)) {
            replies =
                    senders.invokeAll(Stream.generate(() -> delivery).limit(20).toList());
        }

        for (Future<String> reply : replies) {
            assertThat(reply.get()).startsWith("250");
        }
        soon().untilAsserted(() -> assertThat(completions("races.example")).hasSize(1));
        // The same mail, however often it is delivered, is answered once.
        soon().untilAsserted(
                        () -> assertThat(subjectsTo("it@helper.example")).containsExactly("Your domain is verified"));
        assertThat(completions("races.example").getFirst())
                .contains("\"method\":\"EMAIL_FORWARD\"", "\"clinicId\":\"clinic-42\"")
                .doesNotContain("jane", "it@");
    }

    @Test
    void completesNothingWithWrongKey() throws Exception {
        register("wrong.example");
        ask("jane@wrong.example");
        ReceivedChallenge message = challengeFor("jane@wrong.example");
        String wrong = message.forwardedBy("jane@wrong.example").replace(message.key(), "a".repeat(32));

        for (int i = 0; i < 6; i++) {
            assertThat(deliver("jane@wrong.example", wrong + "\nTry " + i)).startsWith("250");
        }
        deliver("jane@wrong.example", message.forwardedBy("jane@wrong.example"));

        soon().untilAsserted(() -> assertThat(subjectsTo("jane@wrong.example"))
                .contains("Too many wrong keys")
                .filteredOn("This key does not fit"::equals)
                .hasSize(5));
        assertThat(completions("wrong.example")).isEmpty();
    }

    @Test
    void sendsNothingForDomainThatNobodyRegistered() throws Exception {
        register("known.example");

        assertThat(ask("jane@unknown.example")).startsWith("250");
        ask("jane@known.example");

        challengeFor("jane@known.example");
        assertThat(subjectsTo("jane@unknown.example")).isEmpty();
    }

    @Test
    void sendsOneMessageAnHour() throws Exception {
        register("often.example");
        ask("jane@often.example");
        challengeFor("jane@often.example");

        assertThat(ask("jane@often.example")).startsWith("250");
        register("barrier.example");
        ask("jane@barrier.example");

        challengeFor("jane@barrier.example");
        assertThat(subjectsTo("jane@often.example")).hasSize(1);
    }

    @Test
    void sendsOneMessageAnHourThoughTwoClinicsWaitForTheDomain() throws Exception {
        register("shared.example");
        EmbeddedParts.bus().status("clinic-43", "shared.example", SendingAs.FALLBACK, 1);
        soon().until(() -> registrations.registrationsOf("shared.example").size() == 2);

        ask("jane@shared.example");
        ask("jane@shared.example");
        String afterTwo = issued("shared.example");
        EmbeddedParts.database()
                .execute(
                        "update gateway.challenge set issued_at = issued_at - interval '61 minutes' where domain = ?",
                        "shared.example");
        ask("jane@shared.example");

        assertThat(afterTwo).isEqualTo("1");
        assertThat(issued("shared.example")).isEqualTo("2");
        assertThat(EmbeddedParts.database()
                        .one(
                                "select count(distinct clinic_id) from gateway.challenge where domain = ?",
                                "shared.example"))
                .isEqualTo("2");
    }

    @Test
    void floodsNobodyWithAnswers() throws Exception {
        EmbeddedParts.publish("curious.example", "@ TXT \"v=spf1 ip4:127.0.0.1 ip6:::1 -all\"");
        for (int i = 0; i < 12; i++) {
            deliver("joe@curious.example", "From: joe@curious.example\nSubject: Question " + i + "\n\nWhat is this?");
        }
        deliver("ann@curious.example", "From: ann@curious.example\nSubject: Hello\n\nWhat is this?");

        soon().untilAsserted(() -> assertThat(subjectsTo("ann@curious.example")).hasSize(1));
        soon().untilAsserted(() -> assertThat(subjectsTo("joe@curious.example")).hasSize(10));
        assertThat(EmbeddedParts.database()
                        .one("select count(*) from gateway.delivery where recipient = ?", "joe@curious.example"))
                .isEqualTo("10");
    }

    @Test
    void refusesMailThatCannotBeRead() throws Exception {
        String flood = "X-Field: x\n".repeat(2_000);

        assertThat(deliver("a@b.example", "From: a@b.example\n" + flood + "\nhello"))
                .startsWith("554 5.6.0");
    }

    @Test
    void sendsTheMessageOnceThoughTheRequestIsRedelivered() throws Exception {
        String request = challengeRequest("demand.example", "jane");

        requestChallenge("demand.example", request);
        requestChallenge("demand.example", "no json");
        requestChallenge("demand.example", request);
        requestChallenge("demand.example", challengeRequest("demand.example", "joe"));

        challengeFor("joe@demand.example");
        challengeFor("jane@demand.example");
        assertThat(subjectsTo("jane@demand.example")).containsExactly("Verify your domain");
    }

    @Test
    void ignoresBouncesThoughTheyHoldTheKey() throws Exception {
        register("bounces.example");
        ask("jane@bounces.example");
        String bounce = challengeFor("jane@bounces.example").forwardedBy("mailer-daemon@bounces.example");

        assertThat(deliver("", bounce)).startsWith("250");
        deliver("jane@bounces.example", bounce);

        soon().untilAsserted(() -> assertThat(completions("bounces.example")).hasSize(1));
        soon().untilAsserted(() ->
                assertThat(subjectsTo("mailer-daemon@bounces.example")).containsExactly("Your domain is verified"));
    }

    @Test
    void relaysForNobody() throws IOException {
        for (String recipient : List.of(
                "victim@elsewhere.example",
                "verification@bp-solutions.net@elsewhere.example",
                "victim%elsewhere.example@bp-solutions.net",
                "postmaster@bp-solutions.net")) {
            assertThat(SmtpClient.deliver(smtpPort(), "a@b.example", recipient, "x"))
                    .startsWith("550 5.7.1");
        }
    }

    @Test
    void sendsNewMessageWhenAnExpiredOneComesBack() throws Exception {
        register("expired.example");
        ask("jane@expired.example");
        ReceivedChallenge old = challengeFor("jane@expired.example");
        EmbeddedParts.database()
                .execute(
                        "update gateway.challenge set expires_at = now(), issued_at = now() - interval '8 days' where domain = ?",
                        "expired.example");

        deliver("it@helper.example", old.forwardedBy("it@forwarder.example"));
        deliver("it@helper.example", old.forwardedBy("it@forwarder.example"));

        soon().untilAsserted(() ->
                assertThat(subjectsTo("jane@expired.example")).hasSize(2).containsOnly("Verify your domain"));
        soon().untilAsserted(() ->
                assertThat(subjectsTo("it@forwarder.example")).containsExactly("This message is too old"));
        assertThat(completions("expired.example")).isEmpty();
    }

    @Test
    void completesWithNothingButTheKeyFromAnotherDomain() throws Exception {
        register("pasted.example");
        ask("jane@pasted.example");
        String key = challengeFor("jane@pasted.example").key();

        deliver("it@paster.example", "From: it@paster.example\nSubject: here it is\n\nKey: " + key + "\n");

        soon().untilAsserted(() -> assertThat(completions("pasted.example")).hasSize(1));
        assertThat(completions("pasted.example").getFirst()).contains("spf=", "dkim=none", "dmarc=");
    }

    @Test
    void explainsItselfToAuthorsWhoAreWhoTheySay() throws Exception {
        EmbeddedParts.publish("honest.example", "@ TXT \"v=spf1 ip4:127.0.0.1 ip6:::1 -all\"");
        String question = "From: %s\nSubject: Hello\n\nWhat is this?";

        deliver("joe@forged.example", question.formatted("joe@forged.example"));
        deliver("joe@honest.example", question.formatted("joe@honest.example"));
        deliver("joe@honest.example", question.formatted("joe@honest.example"));

        soon().untilAsserted(() -> assertThat(subjectsTo("joe@honest.example"))
                .containsExactly("About your mail to verification@bp-solutions.net"));
        assertThat(subjectsTo("joe@forged.example")).isEmpty();
    }

    @Test
    void asksForTheKeyWhereTheLinkWasReplaced() throws Exception {
        register("mimecast.example");
        ask("jane@mimecast.example");
        challengeFor("jane@mimecast.example");

        deliver(
                "jane@mimecast.example",
                "From: jane@mimecast.example\nSubject: Fwd: Verify your domain\n\nhttps://protect-us.mimecast.com/s/AbCdEf\n");

        soon().untilAsserted(() -> assertThat(subjectsTo("jane@mimecast.example"))
                .contains("About your mail to verification@bp-solutions.net"));
        assertThat(completions("mimecast.example")).isEmpty();
    }

    @Test
    void endsDataByCrlfDotCrlfOnly() throws Exception {
        register("smuggle.example");
        for (String lookalike : List.of("\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\n.\r")) {
            try (SmtpClient client = new SmtpClient(smtpPort())) {
                client.write("EHLO c\r\n" + envelope("a@b.example") + "first" + lookalike
                        + envelope("jane@smuggle.example")
                        + "From: jane@smuggle.example\r\nSubject: Domain verification\r\n\r\n.\r\n");

                assertThat(client.rest().getLast()).startsWith("521 5.5.2");
            }
        }

        register("barrier2.example");
        ask("jane@barrier2.example");
        challengeFor("jane@barrier2.example");
        assertThat(subjectsTo("jane@smuggle.example")).isEmpty();
    }

    @Test
    void asksToTryLaterWhileTheDatabaseIsAway() throws Exception {
        register("patient.example");
        EmbeddedParts.database().goAway();
        String whileAway;
        try {
            whileAway = ask("jane@patient.example");
        } finally {
            EmbeddedParts.database().comeBack();
        }

        assertThat(whileAway).startsWith("451 4.3.0");
        soon().untilAsserted(() -> assertThat(ask("jane@patient.example")).startsWith("250"));
        challengeFor("jane@patient.example");
    }

    private static String issued(String domain) {
        return EmbeddedParts.database().one("select count(*) from gateway.challenge where domain = ?", domain);
    }

    private static String envelope(String sender) {
        return "MAIL FROM:<" + sender + ">\r\nRCPT TO:<verification@bp-solutions.net>\r\nDATA\r\n";
    }
}
