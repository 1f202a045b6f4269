package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.json;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** Two clinics over one domain, and names that an operator has to look at. */
@QuarkusTest
@WithTestResource(Parts.class)
class ConflictTest {

    @Test
    void answersASecondClinicAsItAnswersAFirst() {
        verified("clinic-6a", "claimed-clinic.com");

        String second = registered("clinic-6b", "claimed-clinic.com");
        String alone = registered("clinic-6b", "unclaimed-clinic.com");

        assertThat(anonymous(resource(second), "claimed-clinic.com"))
                .isEqualTo(anonymous(resource(alone), "unclaimed-clinic.com"));
    }

    @Test
    void tellsNoClinicThatAnotherAsksForMuch() {
        String first = registered("clinic-6a", "asked-clinic.com");
        String second = registered("clinic-6b", "asked-clinic.com");
        for (String call : List.of("checks", "challenges")) {
            for (int i = 0; i < 10; i++) {
                assertThat(asked(first, call)).isEqualTo(202);
            }
            assertThat(asked(first, call)).isEqualTo(429);

            assertThat(asked(second, call)).isEqualTo(202);
        }

        await().untilAsserted(() ->
                assertThat(on(Topic.CHALLENGE_REQUESTED, "asked-clinic.com")).hasSize(11));
        assertThat(on(Topic.DNS_CHECK_REQUESTED, "asked-clinic.com").stream()
                        .filter(order -> json(order).path("reason").asText().equals("ON_DEMAND")))
                .hasSize(10);
    }

    @Test
    void givesNoClinicMoreForRegisteringAnew() {
        String before = registered("clinic-6a", "again-and-again-clinic.com");
        for (int i = 0; i < 10; i++) {
            assertThat(asked(before, "challenges")).isEqualTo(202);
        }

        oms().delete("/v1/domains/" + before).then().statusCode(200);

        assertThat(asked(registered("clinic-6a", "again-and-again-clinic.com"), "challenges"))
                .isEqualTo(429);
    }

    @Test
    void sparesTheMailboxesOfADomainThatManyClinicsClaim() {
        for (int clinic = 0; clinic < 5; clinic++) {
            String id = registered("clinic-6-" + clinic, "spared-clinic.com");
            for (int i = 0; i < 10; i++) {
                assertThat(asked(id, "challenges")).isEqualTo(202);
            }
        }

        assertThat(asked(registered("clinic-6-last", "spared-clinic.com"), "challenges"))
                .isEqualTo(429);
    }

    @Test
    void asksForAProofByDnsOnceAForwardedKeyWasNotEnough() {
        String first = verified("clinic-6a", "dns-proof-clinic.com");
        String second = registered("clinic-6b", "dns-proof-clinic.com");
        World.checked("dns-proof-clinic.com", "OK", Instant.now());

        World.proven(second, "clinic-6b", "dns-proof-clinic.com", "EMAIL_FORWARD");
        await().until(() -> resource(second).findValuesAsText("purpose").contains("OWNERSHIP"));
        JsonNode token = resource(second).at("/ownership/record");
        assertThat(resource(second).path("status").asText()).isEqualTo("PENDING");

        oms().post("/v1/domains/" + second + "/checks").then().statusCode(202);
        await().untilAsserted(() -> assertThat(on(Topic.DNS_CHECK_REQUESTED, "dns-proof-clinic.com"))
                .anySatisfy(order -> assertThat(json(order).findValuesAsText("value"))
                        .contains(token.path("value").asText())));
        World.publish(Topic.DNS_CHECKED, "dns-proof-clinic.com", shown("dns-proof-clinic.com", token));

        JsonNode proven = eventually(second, "VERIFIED");
        assertThat(proven.at("/ownership/method").asText()).isEqualTo("DNS_TXT");
        assertThat(proven.at("/ownership/record").isNull()).isTrue();
        assertThat(proven.findValuesAsText("purpose")).doesNotContain("OWNERSHIP");
        assertThat(resource(first).path("status").asText()).isEqualTo("VERIFIED");
    }

    @Test
    void believesAnOperator() {
        verified("clinic-6a", "operator-clinic.com");
        String second = registered("clinic-6b", "operator-clinic.com");
        World.checked("operator-clinic.com", "OK", Instant.now());
        await().until(() -> resource(second).findValuesAsText("state").contains("OK"));

        oms().post("/v1/domains/" + second + "/approval")
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFIED"))
                .body("ownership.method", equalTo("OPERATOR"));
        oms().post("/v1/domains/" + second + "/approval").then().statusCode(200);

        oms().get("/v1/domains/" + second + "/history").then().body("items.size()", equalTo(2));
    }

    @Test
    void holdsALookAlikeUntilAnOperatorHasLooked() {
        String id = registered("clinic-6c", "сlinic-look-alike.com");
        String domain = resource(id).path("domain").asText();
        World.checked(domain, "OK", Instant.now());
        World.proven(id, "clinic-6c", domain, "LINK");
        await().until(
                        () -> resource(id),
                        seen -> seen.at("/ownership/proven").asBoolean()
                                && seen.findValuesAsText("state").contains("OK"));
        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
        assertThat(resource(id).path("flag").asText()).isEqualTo("LOOK_ALIKE");
        oms().get("/v1/domains?flagged=true").then().body("items.id", hasItem(id));

        oms().delete("/v1/domains/" + id + "/flag").then().statusCode(200).body("status", equalTo("VERIFIED"));

        oms().get("/v1/domains?flagged=true").then().body("items.id", not(hasItem(id)));
    }

    private static int asked(String id, String call) {
        return oms().body("{\"mailbox\":\"jane\"}")
                .post("/v1/domains/" + id + "/" + call)
                .statusCode();
    }

    private static String verified(String clinicId, String domain) {
        String id = registered(clinicId, domain);
        World.checked(domain, "OK", Instant.now().minusSeconds(1));
        World.proven(id, clinicId, domain, "EMAIL_FORWARD");
        eventually(id, "VERIFIED");
        return id;
    }

    private static String shown(String domain, JsonNode token) {
        ObjectNode check = World.check(UUID.randomUUID(), domain, "OK", Instant.now());
        ObjectNode entry = ((ArrayNode) check.path("records"))
                .addObject()
                .put("purpose", "OWNERSHIP")
                .put("name", token.path("name").asText())
                .put("state", "OK");
        entry.putArray("found").add(token.path("value").asText());
        entry.putNull("ttl");
        entry.putArray("findings");
        return check.toString();
    }

    /** What is left of an answer without what is different for any two registrations. */
    private static String anonymous(JsonNode resource, String domain) {
        return resource.toString()
                .replace(resource.path("id").asText(), "ID")
                .replace(resource.path("setupUrl").asText(), "URL")
                .replace(resource.path("registeredAt").asText(), "AT")
                .replace(resource.path("nextCheckAt").asText(), "AT")
                .replace(resource.at("/ownership/record/name").asText(), "NAME")
                .replace(resource.at("/ownership/record/value").asText(), "VALUE")
                .replace(domain, "DOMAIN");
    }
}
