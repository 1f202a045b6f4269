package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Keyed.body;
import static net.bpsolutions.sending.registry.running.Keyed.challenge;
import static net.bpsolutions.sending.registry.running.Keyed.register;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** Requests that are sent again because their answer did not arrive. */
@QuarkusTest
@WithTestResource(Parts.class)
class IdempotencyTest {

    private static final String OMS = Tokens.of("oms");

    @Test
    void givesTheFirstAnswerAgain() {
        Response first = register(OMS, "again-1", "again-clinic.com");
        Response second = register(OMS, "again-1", "again-clinic.com");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    /** Java's own client asks to change over to HTTP/2 with its first request. */
    @Test
    void readsABodyThatComesWithAnUpgradeToHttp2() throws Exception {
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/domains"))
                            .header("Authorization", "Bearer " + OMS)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "upgrade-1")
                            .POST(BodyPublishers.ofString(body("upgrade-clinic.com")))
                            .build(),
                    BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @Test
    void doesTheWorkOnce() {
        String id = registered("clinic-idem", "once-clinic.com");

        for (int i = 0; i < 5; i++) {
            challenge(OMS, "challenge-1", id, "jane").then().statusCode(202);
        }
        challenge(OMS, "challenge-2", id, "jane").then().statusCode(202);

        await().untilAsserted(() ->
                assertThat(on(Topic.CHALLENGE_REQUESTED, "once-clinic.com")).hasSize(2));
        assertThat(Tables.number("select count(*) from registry.allowance where name = 'once-clinic.com'"))
                .isEqualTo(2);
    }

    @Test
    void letsOneOfManyAtTheSameTimeThrough() throws Exception {
        String id = registered("clinic-idem", "race-clinic.com");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> challenge(OMS, "race-1", id, "jane").statusCode());
        }

        Set<Integer> statuses;
        try (ExecutorService callers = Executors.newFixedThreadPool(12)) {
            statuses = callers.invokeAll(calls).stream().map(Future::resultNow).collect(Collectors.toSet());
        }

        assertThat(statuses).contains(202).isSubsetOf(202, 409);
        assertThat(Tables.number("select count(*) from registry.allowance where name = 'race-clinic.com'"))
                .isEqualTo(1);
    }

    @Test
    void tellsThatTheFirstIsUnderWay() {
        register(OMS, "busy-1", "busy-clinic.com").then().statusCode(201);
        Tables.sql("update registry.idempotency_key set status = null where key = 'busy-1'");

        register(OMS, "busy-1", "busy-clinic.com")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", endsWith("/request-in-progress"));
    }

    /** Its replica died in the middle: after the lease the work is done by whoever asks again. */
    @Test
    void takesOverWhatWasNeverFinished() {
        register(OMS, "died-1", "died-clinic.com").then().statusCode(201);
        Tables.sql(
                "update registry.idempotency_key set status = null, lease_until = now() - interval '1s' where key = 'died-1'");

        register(OMS, "died-1", "died-clinic.com").then().statusCode(200).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void forgetsAfterADay() {
        register(OMS, "old-1", "old-key-clinic.com").then().statusCode(201);
        Tables.sql("update registry.idempotency_key set expires_at = now() where key = 'old-1'");

        register(OMS, "old-1", "other-old-key-clinic.com").then().statusCode(201);
    }

    @Test
    void keepsNoSecretInTheClear() {
        String secret = caller(OMS)
                .header("Idempotency-Key", "secret-1")
                .body("{\"url\":\"https://hooks.example.org/idem\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        String again = caller(OMS)
                .header("Idempotency-Key", "secret-1")
                .body("{\"url\":\"https://hooks.example.org/idem\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");

        assertThat(again).isEqualTo(secret).startsWith("whsec_");
        assertThat(
                        Tables.number(
                                "select count(*) from registry.idempotency_key where position('whsec' in encode(body, 'escape')) > 0"))
                .isZero();
    }
}
