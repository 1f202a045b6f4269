package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Tables.number;
import static net.bpsolutions.sending.registry.running.World.everythingOn;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.register;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** Registering, listing and removing, with what it leaves in the database and on the topics. */
@QuarkusTest
@WithTestResource(Parts.class)
class RegistrationsTest {

    @Test
    void answersWithTheResourceOfTheContract() {
        Response answer = register("clinic-2", "contract-clinic.com");
        JsonNode body = resource(answer.path("id"));

        answer.then().statusCode(201).header("Location", endsWith("/v1/domains/" + answer.path("id")));
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "clinicId",
                        "domain",
                        "status",
                        "sendingAs",
                        "ownership",
                        "records",
                        "setupUrl",
                        "registeredAt",
                        "lastCheckedAt",
                        "nextCheckAt",
                        "verifiedAt",
                        "flag");
        assertThat(body.at("/records/0").fieldNames())
                .toIterable()
                .containsExactly("purpose", "type", "name", "value", "required", "state", "found", "findings");
        assertThat(body.findValuesAsText("state")).containsOnly("UNKNOWN");
        assertThat(body.path("lastCheckedAt").isNull()).isTrue();
    }

    @Test
    void givesTheSameResourceForTheSamePair() {
        String id = registered("clinic-2", "same-clinic.com");

        register("clinic-2", "SAME-clinic.com.").then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void registersOnceWhenFiftyAskAtTheSameTime() throws InterruptedException, ExecutionException {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                answers.add(callers.submit(
                        () -> register("clinic-2", "crowded-clinic.com").statusCode()));
            }
        }

        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertThat(codes).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(number("select count(*) from registry.registration where domain = 'crowded-clinic.com'"))
                .isEqualTo(1);
        register("clinic-2", "crowded-clinic.com").then().statusCode(200);
        await().untilAsserted(() -> {
            assertThat(on(Topic.DOMAIN_REGISTERED, "crowded-clinic.com")).hasSize(1);
            assertThat(on(Topic.SENDER_STATUS, "clinic-2/crowded-clinic.com")).hasSize(1);
        });
    }

    @Test
    void leavesNeitherStateNorEventWhenTheEventCannotBeWritten() {
        Tables.sql(
                "alter table registry.outbox add constraint broken check (record_key <> 'broken-clinic.com') not valid");

        register("clinic-2", "broken-clinic.com")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", endsWith("/internal"));

        Tables.sql("alter table registry.outbox drop constraint broken");
        assertThat(number("select count(*) from registry.registration where domain = 'broken-clinic.com'"))
                .isZero();
        register("clinic-2", "broken-clinic.com").then().statusCode(201);
    }

    @Test
    void finishesWhatItBeganWhenTheCallerHangsUp() throws IOException {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + Tokens.all(), "Content-Type", "application/json");
        for (int i = 0; i < 300; i++) {
            String body = "{\"clinicId\":\"clinic-2\",\"domain\":\"gone-" + i + "-clinic.com\"}";
            RawHttp.hangUp("/v1/domains", headers, body, 300 + 40 * i);
        }

        registered("clinic-2", "last-to-hang-up-clinic.com");
        await().untilAsserted(() -> {
            assertThat(number("select count(*) from registry.outbox")).isZero();
            assertThat(number("select count(*) from registry.registration where domain like 'gone-%-clinic.com'"))
                    .isPositive()
                    .isEqualTo(everythingOn(Topic.DOMAIN_REGISTERED.topicName()).stream()
                            .filter(event -> event.key().startsWith("gone-"))
                            .count());
            assertThat(
                            number(
                                    "select count(*) from registry.registration r where domain like 'gone-%-clinic.com'"
                                            + " and not exists (select from registry.past_transition t where t.registration_id = r.id)"))
                    .isZero();
        });
    }

    @Test
    void leavesATombstoneWhenRemoved() {
        String id = registered("clinic-2", "removed-clinic.com");

        oms().delete("/v1/domains/" + id)
                .then()
                .statusCode(200)
                .body("domain", equalTo("removed-clinic.com"))
                .body(
                        "recordsToRemove.name",
                        equalTo(List.of("mte1._domainkey.removed-clinic.com", "mte2._domainkey.removed-clinic.com")));

        oms().get("/v1/domains/" + id).then().statusCode(404);
        oms().delete("/v1/domains/" + id).then().statusCode(404);
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-2/removed-clinic.com"))
                .satisfiesExactly(
                        first -> assertThat(first.value()).isNotNull(),
                        last -> assertThat(last.value()).isNull()));
    }

    @Test
    void recognisesTheOldInstructionsAndNamesWhatMayGo() {
        String domain = "old-ways-clinic.com";
        String id = registered("clinic-2", domain);
        ObjectNode check = World.check(UUID.randomUUID(), domain, "MISSING", Instant.now());
        ((ArrayNode) check.at("/records/0/findings"))
                .addObject()
                .put("code", "LEGACY_KEY")
                .put("severity", "INFO")
                .putObject("args");
        ObjectNode spf = ((ArrayNode) check.path("records"))
                .addObject()
                .put("purpose", "SPF")
                .put("name", domain)
                .put("state", "OK")
                .putNull("ttl");
        spf.putArray("found").add("v=spf1 mx include:spf.mandrillapp.com ~all");
        spf.putArray("findings");

        World.publish(Topic.DNS_CHECKED, domain, check.toString());

        await().until(() -> World.resource(id).findValuesAsText("code").contains("OLD_INSTRUCTIONS"));
        assertThat(World.resource(id).findValuesAsText("explanation"))
                .anySatisfy(words -> assertThat(words).contains("include:spf.mandrillapp.com"));
        oms().delete("/v1/domains/" + id)
                .then()
                .statusCode(200)
                .body(
                        "recordsToRemove.name",
                        equalTo(List.of(
                                "mte1._domainkey." + domain,
                                "mte2._domainkey." + domain,
                                "mandrill._domainkey." + domain,
                                domain)))
                .body("recordsToRemove.value", hasItem("include:spf.mandrillapp.com"));
    }

    @Test
    void passesOnThatAVerificationMessageIsWanted() {
        String id = registered("clinic-2", "challenged-clinic.com");

        oms().body("{\"mailbox\":\"jane\"}")
                .post("/v1/domains/" + id + "/challenges")
                .then()
                .statusCode(202);

        await().untilAsserted(() -> assertThat(on(Topic.CHALLENGE_REQUESTED, "challenged-clinic.com"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(World.json(event).path("mailbox").asText()).isEqualTo("jane");
                    assertThat(World.json(event).path("domainId").asText()).isEqualTo(id);
                }));
    }
}
