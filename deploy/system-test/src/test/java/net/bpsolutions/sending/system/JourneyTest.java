package net.bpsolutions.sending.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journey of a clinic, from "we own this domain" to mail under its own name, and what happens when parts of it die. */
class JourneyTest {

    private static final String FALLBACK = "blueprintoms@bp-solutions.net";

    static World world;

    @BeforeAll
    static void start() {
        world = new World(SharedSystem.get());
    }

    @Test
    void tellsWhatToPublish() {
        Api.Answer answer = world.register("clinic-publish", "publish-clinic.com");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("status").asText()).isEqualTo("PENDING");
        assertThat(answer.body().get("sendingAs").asText()).isEqualTo("FALLBACK");
        assertThat(answer.body().get("records").findValuesAsText("value"))
                .containsExactly("dkim1.mandrillapp.com", "dkim2.mandrillapp.com", "v=DMARC1; p=none");
        assertThat(world.register("clinic-publish", "publish-clinic.com").status())
                .isEqualTo(200);
    }

    @Test
    void servesAClientThatIsGeneratedFromItsDescription() throws Exception {
        OmsWithAClient oms =
                new OmsWithAClient(world.system.port(RunningSystem.Port.REGISTRY_HTTP_PORT), world.system.token());

        oms.registersOnce();
        oms.pagesThroughItsDomains();
        oms.seesAndChangesOneDomain();
        oms.exemptsAClinic();
        oms.keepsWebhooks();
        oms.understandsRefusals();
    }

    @Test
    void refusesFreeMail() {
        Api.Answer answer = world.register("clinic-free", "gmail.com");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("type").asText()).endsWith("/free-mail-domain");
    }

    @Test
    void takesAClinicFromFallbackToItsOwnName() {
        world.publish("own-name-clinic.com", false);
        String resource = world.registered("clinic-own-name", "own-name-clinic.com");
        String jane = "jane@own-name-clinic.com";

        world.send("clinic-own-name", "before", jane, "before@patients.example");
        World.eventually(() -> world.accepted("before"));
        Relay.Mail before = world.relay.to("before@patients.example").getFirst();
        world.publish("own-name-clinic.com", true);
        world.checkUntil(resource, "OK");
        world.forward(jane, world.askForLink(jane));
        JsonNode verified = world.eventuallyIs(resource, "VERIFIED");
        world.eventuallyTold("clinic-own-name", "NATIVE");
        world.send("clinic-own-name", "after", jane, "after@patients.example");
        World.eventually(() -> world.accepted("after"));
        Relay.Mail after = world.relay.to("after@patients.example").getFirst();

        assertThat(before.header("From")).contains("My Hearing Clinic").contains(FALLBACK);
        assertThat(before.header("Reply-To")).contains(jane);
        assertThat(verified.get("sendingAs").asText()).isEqualTo("NATIVE");
        assertThat(after.header("From")).contains("My Hearing Clinic").contains(jane);
        assertThat(world.broker.everythingOn(Topic.VERIFICATION_COMPLETED))
                .filteredOn(event -> event.get("domain").asText().equals("own-name-clinic.com"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("method").asText()).isEqualTo("EMAIL_FORWARD"));
    }

    @Test
    void doesNotSendTheSameRequestTwice() {
        world.send("clinic-twice", "twice", "jane@twice-clinic.com", "twice@patients.example");
        World.eventually(() -> world.accepted("twice"));

        world.send("clinic-twice", "twice", "jane@twice-clinic.com", "twice@patients.example");
        world.send("clinic-twice", "later", "jane@twice-clinic.com", "later@patients.example");
        World.eventually(() -> world.accepted("later"));

        assertThat(world.relay.to("twice@patients.example")).hasSize(1);
    }

    @Test
    void showsWhatIsWrongBeforeItTakesTheNameAway() {
        String resource = world.verified("clinic-removed", "removed-clinic.com");

        world.publish("removed-clinic.com", false);
        JsonNode broken = world.checkUntil(resource, "MISSING");

        assertThat(broken.get("status").asText()).isEqualTo("VERIFIED");
        assertThat(broken.findValuesAsText("code")).contains("MISSING");
        assertThat(broken.findValuesAsText("fix"))
                .allSatisfy(fix -> assertThat(fix).isNotBlank());
    }

    @Test
    void leavesTheMailOfAClinicWithItsOwnAccountUnchanged() throws IOException {
        String resource = world.registered("clinic-account", "account-clinic.com");
        Path accounts = Files.createDirectories(world.system.data().resolve("own-accounts"));
        Files.writeString(
                accounts.resolve("clinic-account"),
                "host=localhost\nport=%d\ntls=none\n".formatted(world.system.port(RunningSystem.Port.RELAY_PORT)));

        world.registry.put("/v1/clinics/clinic-account/own-account");
        world.eventuallyHolds(
                resource, domain -> domain.get("sendingAs").asText().equals("OWN_ACCOUNT"));
        world.eventuallyTold("clinic-account", "OWN_ACCOUNT");
        world.send("clinic-account", "own", "kim@account-clinic.com", "own@patients.example");
        World.eventually(() -> world.accepted("own"));

        assertThat(world.relay.to("own@patients.example").getFirst().header("From"))
                .contains("kim@account-clinic.com");
    }

    @Test
    void completesNothingForAWrongKey() {
        String resource = world.registered("clinic-wrong-key", "wrong-key-clinic.com");
        String link = world.askForLink("jane@wrong-key-clinic.com");

        String reply = world.forward("jane@wrong-key-clinic.com", link.substring(0, link.length() - 4) + "aaaa");

        assertThat(reply).startsWith("250");
        assertThat(world.registry.get(resource).body().at("/ownership/proven").asBoolean())
                .isFalse();
    }

    @Test
    void losesNoRequestWhenTheGatewayIsKilled() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "killed-" + i).toList();

        world.send("clinic-killed", ids, "jane@killed-clinic.com", "killed@patients.example");
        world.system.crash("mail-gateway");
        World.eventually(() -> world.accepted().containsAll(ids));

        assertThat(world.relay.count("killed@patients.example"))
                .as("an attempt whose reply was never seen may be repeated, at most one per connection")
                .isBetween(100, 110);
    }

    @Test
    void publishesARegistrationThatTheRegistryDidNotSurvive() {
        String id = world.register("clinic-crash", "crash-clinic.com")
                .body()
                .get("id")
                .asText();

        world.system.crash("domain-registry");

        World.eventually(() -> world.broker.everythingOn(Topic.DOMAIN_REGISTERED).stream()
                .anyMatch(event -> event.get("domainId").asText().equals(id)));
    }

    @Test
    void keepsTheOwnNameWhenTheGatewayStartsAgain() {
        world.verified("clinic-again", "again-clinic.com");

        world.system.crash("mail-gateway");
        world.send("clinic-again", "again", "jane@again-clinic.com", "again@patients.example");
        World.eventually(() -> world.accepted("again"));

        assertThat(world.relay.to("again@patients.example").getFirst().header("From"))
                .contains("jane@again-clinic.com");
    }

    @Test
    void checksADomainThatWasRegisteredWhileTheVerifierWasDead() {
        world.publish("dead-verifier-clinic.com", true);

        world.system.process("dns-verifier").destroyForcibly();
        String resource = world.registered("clinic-dead-verifier", "dead-verifier-clinic.com");

        assertThat(world.eventuallyHolds(resource, domain -> World.allRecords(domain, "OK")))
                .isNotNull();
    }
}
