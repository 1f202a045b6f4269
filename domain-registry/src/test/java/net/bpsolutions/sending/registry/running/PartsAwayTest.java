package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Parts come late and go away: nobody notices but those who need them. */
@QuarkusTest
@WithTestResource(LateParts.class)
class PartsAwayTest {

    @Test
    void waitsForItsPartsAndOutlivesTheirAbsence() {
        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(503);
        get("/q/health/started").then().statusCode(503);
        unavailable();

        LateParts.beginDatabase();
        readyAndUnavailableUntilThen();
        register("clinic-9", "late-clinic.com").then().statusCode(201);

        LateParts.endDatabase();
        await().untilAsserted(() -> get("/q/health/ready").then().statusCode(503));
        get("/q/health/live").then().statusCode(200);
        unavailable();

        LateParts.beginDatabase();
        ready();
        oms().get("/v1/domains?clinicId=clinic-9").then().statusCode(200).body("items.size()", equalTo(1));
        assertThat(Tables.number("select count(*) from registry.outbox")).isEqualTo(2);

        LateParts.beginBroker();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(ids(Topic.SENDER_STATUS, "clinic-9/late-clinic.com")).hasSize(1);
            assertThat(ids(Topic.DOMAIN_REGISTERED, "late-clinic.com")).hasSize(1);
        });
        await().until(() -> Tables.number("select count(*) from registry.outbox"), left -> left == 0);

        saysSoWhenTheVerifierDoesNotAnswerInTime();
        goesOnWithoutABroker();
    }

    /** The question reaches the verifier's topic, and nobody answers. */
    private static void saysSoWhenTheVerifierDoesNotAnswerInTime() {
        given().formParam("domain", "silent-clinic.com")
                .post("/guide?lang=de")
                .then()
                .statusCode(504)
                .contentType("text/html")
                .body(containsString("Die Antwort hat zu lange gebraucht"))
                .body(containsString("mte1._domainkey.silent-clinic.com"));
        await().untilAsserted(() -> assertThat(World.on(Topic.DNS_CHECK_REQUESTED, "silent-clinic.com"))
                .hasSize(1));
    }

    /** While records are on their way and more are written: what the broker has is not sent again. */
    private static void goesOnWithoutABroker() {
        List<String> domains = IntStream.range(0, 200)
                .mapToObj(index -> "away-" + index + "-clinic.com")
                .toList();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = domains.stream()
                .map(domain ->
                        callers.submit(() -> register("clinic-10", domain).statusCode()))
                .toList();
        await().until(() -> Tables.number("select count(*) from registry.registration"), there -> there > 50);

        LateParts.endBroker();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(201));
        callers.shutdown();
        String id = oms().get("/v1/domains?domain=away-199-clinic.com").path("items[0].id");
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);
        oms().delete("/v1/domains/" + id).then().statusCode(200);
        get("/q/health/ready").then().statusCode(200);
        assertThat(Tables.number("select count(*) from registry.outbox")).isPositive();

        LateParts.beginBroker();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Tables.number("select count(*) from registry.outbox"), left -> left == 0);
        Map<String, List<Long>> told = new HashMap<>();
        World.everythingOn(Topic.SENDER_STATUS.topicName()).stream()
                .filter(found -> found.key().startsWith("clinic-10/"))
                .forEach(found -> told.computeIfAbsent(found.key(), _ -> new ArrayList<>())
                        .add(
                                found.value() == null
                                        ? -1
                                        : World.json(found).path("sequence").asLong()));
        assertThat(told).hasSize(200);
        assertThat(told.remove("clinic-10/away-199-clinic.com")).containsExactly(1L, 2L, -1L);
        assertThat(told.values()).allSatisfy(sequences -> assertThat(sequences).containsExactly(1L));
        assertThat(World.everythingOn(Topic.DOMAIN_REGISTERED.topicName()).stream()
                        .map(ConsumerRecord::key)
                        .filter(key -> key.startsWith("away-")))
                .containsExactlyInAnyOrderElementsOf(domains);
    }

    /** Event ids; a record may be repeated when the database was lost between its publishing and its deletion. */
    private static Set<String> ids(Topic topic, String key) {
        return World.on(topic, key).stream()
                .map(found -> World.header(found, "ce_id"))
                .collect(toUnmodifiableSet());
    }

    /** The database answers before the schema is there. */
    private static void readyAndUnavailableUntilThen() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Response answer = oms().get("/v1/webhooks");
                    if (answer.statusCode() != 200) {
                        unavailable(answer);
                    }
                    return answer.statusCode() == 200;
                });
        ready();
    }

    private static void ready() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
    }

    /** Calls, the gate before them, and what is kept for repetitions each need the database. */
    private static void unavailable() {
        unavailable(oms().get("/v1/domains"));
        unavailable(oms().get("/v1/webhooks"));
        unavailable(
                caller(Tokens.ofClinics(List.of("clinic-9"), "domains:read")).get("/v1/domains/" + UUID.randomUUID()));
        unavailable(oms().header("Idempotency-Key", "away")
                .body("{\"clinicId\":\"clinic-9\",\"domain\":\"away-clinic.com\"}")
                .post("/v1/domains"));
    }

    private static void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"));
    }
}
