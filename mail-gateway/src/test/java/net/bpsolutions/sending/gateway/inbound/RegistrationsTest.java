package net.bpsolutions.sending.gateway.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import net.bpsolutions.sending.events.ChallengeRequested;
import net.bpsolutions.sending.events.DomainName;
import net.bpsolutions.sending.events.SenderStatus;
import net.bpsolutions.sending.events.SendingAs;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

/** A challenge belongs to one registration, which may go, be done, or be one of several. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class RegistrationsTest extends Journey {

    private static final String ISSUED = "select count(*) from gateway.challenge where domain = ?";

    @Test
    void takesNoProofForRegistrationThatIsGone() throws Exception {
        register("gone.example");
        ask("jane@gone.example");
        ReceivedChallenge message = challengeFor("jane@gone.example");
        remove("gone.example");

        given().formParam("domain", "gone.example")
                .formParam("key", message.key())
                .post("/verify-domain")
                .then()
                .statusCode(410)
                .body(containsString("too old"));
        deliver("it@gone.example", message.forwardedBy("it@gone.example"));

        soon().untilAsserted(
                        () -> assertThat(subjectsTo("it@gone.example")).containsExactly("This message is too old"));
        assertThat(EmbeddedParts.database().one(ISSUED, "gone.example")).isEqualTo("1");
        assertThat(EmbeddedParts.database().one(ISSUED + " and used_at is not null", "gone.example"))
                .isEqualTo("0");
    }

    @Test
    void renewsNoMessageOfRegistrationThatIsGone() throws Exception {
        register("long-gone.example");
        ask("jane@long-gone.example");
        ReceivedChallenge message = challengeFor("jane@long-gone.example");
        EmbeddedParts.database()
                .execute(
                        "update gateway.challenge set expires_at = now(), issued_at = now() - interval '8 days' where domain = ?",
                        "long-gone.example");
        remove("long-gone.example");

        deliver("it@long-gone.example", message.forwardedBy("it@long-gone.example"));

        soon().untilAsserted(() ->
                assertThat(subjectsTo("it@long-gone.example")).containsExactly("This message is too old"));
        assertThat(EmbeddedParts.database().one(ISSUED, "long-gone.example")).isEqualTo("1");
    }

    @Test
    void saysThatThereIsNothingToProve() throws Exception {
        EmbeddedParts.publish("proven.example", "@ TXT \"v=spf1 ip4:127.0.0.1 ip6:::1 -all\"");
        EmbeddedParts.bus().status("clinic-42", "proven.example", SendingAs.NATIVE, 1);
        soon().until(() -> registrations.rebuilt()
                && !registrations.registrationsOf("proven.example").isEmpty());

        assertThat(ask("jane@proven.example")).startsWith("250");

        assertThat(challengeFor("jane@proven.example").text())
                .contains("needs no verification at the moment")
                .doesNotContain("register it first");
    }

    @Test
    void keepsMessagesForOneClinicThoughAnotherAsksForItsOwnAllDay() throws Exception {
        UUID greedy = UUID.randomUUID();
        for (int i = 0; i < 7; i++) {
            requestFor(greedy, "jane");
        }
        requestFor(UUID.randomUUID(), "ann");

        challengeFor("ann@two-clinics.example");
        assertThat(EmbeddedParts.database()
                        .one("select count(*) from gateway.challenge where domain_id = ?::uuid", greedy.toString()))
                .isEqualTo("5");
    }

    private void requestFor(UUID domainId, String mailbox) throws IOException {
        DomainName domain = new DomainName("two-clinics.example");
        requestChallenge(
                domain.value(),
                json.writeValueAsString(new ChallengeRequested(
                        UUID.randomUUID(), Instant.now(), domainId, "clinic-42", domain, mailbox)));
    }

    private void remove(String domain) {
        EmbeddedParts.bus().put(Topic.SENDER_STATUS, SenderStatus.key("clinic-42", domain), null);
        soon().until(() -> registrations.registrationsOf(domain).isEmpty());
    }
}
