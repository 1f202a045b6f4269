package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who has registered nothing asks what is there now. */
@QuarkusTest
@WithTestResource(Parts.class)
class GuideTest {

    @Test
    void showsWhatIsThereNow() {
        ObjectNode check = World.check(UUID.randomUUID(), "stranger-clinic.com", "OK", Instant.now());
        ObjectNode wrong = (ObjectNode) check.path("records").get(1);
        wrong.put("state", "WRONG").putArray("found").add("dkim2.mandrilapp.com");
        wrong.putArray("findings")
                .addObject()
                .put("code", "WRONG_TARGET")
                .put("severity", "ERROR")
                .putObject("args");

        Response answer = look("stranger-clinic.com", check.put("dnsHost", "Hetzner"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .contains("What is there now for stranger-clinic.com", "2 of 3 records are in place")
                .contains(
                        "<code>dkim2.mandril<ins>l</ins>app.com</code>",
                        "data-copy=\"dkim2.mandrillapp.com.\"",
                        "How to enter a record at Hetzner");
    }

    @Test
    void keepsNothing() {
        ObjectNode check = World.check(UUID.randomUUID(), "forgotten-clinic.com", "MISSING", Instant.now());

        look("forgotten-clinic.com", check).then().statusCode(200);

        assertThat(Tables.number("select count(*) from registry.registration where domain = 'forgotten-clinic.com'"))
                .isZero();
        assertThat(Tables.number("select count(*) from registry.allowance where name = 'forgotten-clinic.com'"))
                .isZero();
        await().until(() ->
                Tables.number("select count(*) from registry.outbox where record_key = 'forgotten-clinic.com'") == 0);
        assertThat(Tables.number("select count(*) from registry.past_check where event_id = '"
                        + check.path("id").asText() + "'"))
                .isZero();
    }

    @Test
    void passesOverWhatIsNoAnswerToIt() {
        ObjectNode check = World.check(UUID.randomUUID(), "patient-clinic.com", "OK", Instant.now());
        CompletableFuture<Response> asked = ask("patient-clinic.com");
        String order = order("patient-clinic.com");
        World.publish(Topic.DNS_CHECKED, "patient-clinic.com", "{\"causeId\":\"" + order + "\",\"records\":7}");
        World.checked("patient-clinic.com", "MISSING", Instant.now());

        World.publish(
                Topic.DNS_CHECKED,
                "patient-clinic.com",
                check.put("causeId", order).toString());

        assertThat(asked.join().asString()).contains("All of these records are in place.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gmail.com", "co.uk", "localhost", "<script>alert(1)</script>", "a b"})
    void asksNothingOfADomainThatCannotBeSetUp(String typed) {
        given().formParam("domain", typed)
                .post("/guide")
                .then()
                .statusCode(422)
                .contentType("text/html")
                .body(containsString("mte1._domainkey.yourdomain.com"))
                .body(not(containsString("<script>")));
        assertThat(World.everythingOn(Topic.DNS_CHECK_REQUESTED.topicName()))
                .noneMatch(sent -> typed.equals(sent.key()));
    }

    @Test
    void refusesAFormThatIsNone() {
        given().contentType("text/plain").body("%%%").post("/guide").then().statusCode(422);
    }

    private static Response look(String domain, ObjectNode check) {
        CompletableFuture<Response> asked = ask(domain);
        World.publish(
                Topic.DNS_CHECKED, domain, check.put("causeId", order(domain)).toString());
        return asked.join();
    }

    private static CompletableFuture<Response> ask(String domain) {
        return CompletableFuture.supplyAsync(
                () -> given().formParam("domain", domain).post("/guide"));
    }

    /** The id of the order that reached the verifier. */
    private static String order(String domain) {
        return await().until(
                        () -> World.on(Topic.DNS_CHECK_REQUESTED, domain).stream()
                                .map(World::json)
                                .toList(),
                        orders -> !orders.isEmpty())
                .getFirst()
                .path("id")
                .asText();
    }
}
