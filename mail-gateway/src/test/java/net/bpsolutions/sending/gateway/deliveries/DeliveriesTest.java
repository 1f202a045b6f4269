package net.bpsolutions.sending.gateway.deliveries;

import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DeliveriesTest {

    private static final String SENDER = "jane@clinic.example";

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final String recipient = Request.somebody();
    private final Request request = Request.of(SENDER, recipient);

    @Test
    void showsWhatBecameOfEachRecipient() {
        bus.put(request);
        bus.await(request, ACCEPTED);

        find("domains:read", request)
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].recipient", is(recipient))
                .body("items[0].outcome", is("ACCEPTED"))
                .body("items[0].attempt", is(1))
                .body("items[0].sendingAs", is("FALLBACK"))
                .body("items[0].from", is("blueprintoms@bp-solutions.net"))
                .body("items[0].replyTo", is(SENDER))
                .body("items[0].reason", nullValue());
    }

    @Test
    void showsWhyARequestWasRefused() {
        Request refused = request.replacing(recipient, "nobody");
        bus.put(refused);
        bus.await(refused, REJECTED);

        find("domains:read", refused)
                .then()
                .statusCode(200)
                .body("items[0].outcome", is("REJECTED"))
                .body("items[0].reason", is("invalid-recipient"));
    }

    @Test
    void knowsNothingOfStrangers() {
        find("domains:read", request)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/unknown-request"));
    }

    @Test
    void wantsToKnowWhichRequest() {
        with("domains:read")
                .queryParam("clinicId", "clinic-42")
                .get("/v1/deliveries")
                .then()
                .statusCode(400)
                .body("type", endsWith("/missing-parameter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/deliveries?clinicId=%00&requestId=r",
                "/v1/deliveries?clinicId=c&requestId=r%00",
                "/v1/suppressions?clinicId=c%00",
                "/v1/suppressions?clinicId=c&address=%00",
                "/v1/suppressions?clinicId=c&cursor=a%00"
            })
    void refusesWhatNoRowCanHold(String asked) {
        with("operator")
                .urlEncodingEnabled(false)
                .get(asked)
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinicId=%00&address=a", "clinicId=c&address=%00"})
    void removesNothingThatNoRowCanHold(String asked) {
        with("operator")
                .urlEncodingEnabled(false)
                .delete("/v1/suppressions?" + asked)
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"));
    }

    @Test
    void showsNothingWithoutAToken() {
        given().queryParam("clinicId", "c")
                .queryParam("requestId", "r")
                .get("/v1/deliveries")
                .then()
                .statusCode(401);
    }

    @Test
    void showsNothingToOtherRoles() {
        find("something:else", request).then().statusCode(403);
    }

    @Test
    void cancelsWhatHasNotBegun() {
        bus.put(request.with("sendAt", "\"" + Instant.now().plusSeconds(3600) + "\""));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> find("operator", request).statusCode() == 200);

        cancel(request).then().statusCode(204);

        assertThat(bus.await(request, REJECTED).reason()).isEqualTo("cancelled");
        assertThat(relay.mailsTo(recipient)).isEmpty();
        cancel(request).then().statusCode(409).body("type", endsWith("/too-late"));
    }

    @Test
    void makesNoFurtherAttemptOfWhatWasUnderWayWhenItWasCancelled() {
        bus.put(request.with("sendAt", "\"" + Instant.now().plusSeconds(3600) + "\""));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> find("operator", request).statusCode() == 200);
        move("state = 'SENDING', attempt = 1, lease_token = gen_random_uuid()");
        int status = cancel(request).statusCode();

        // The relay answers 451.
        move("state = 'WAITING', lease_token = null, due_at = now()");

        assertThat(bus.await(request, REJECTED).reason()).isEqualTo("cancelled");
        assertThat(status).isEqualTo(409);
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    private void move(String changes) {
        EmbeddedParts.database()
                .execute(
                        "update gateway.delivery set " + changes
                                + " where request_key = (select key from gateway.request where request_id = ?)",
                        request.id());
    }

    @Test
    void cancelsNothingThatIsUnknown() {
        cancel(request).then().statusCode(404);
    }

    @Test
    void honoursACancellationThatOvertookItsRequest() {
        String json = "{\"clinicId\": \"%s\", \"requestId\": \"%s\"}".formatted(request.clinicId(), request.id());
        bus.put(Topic.SEND_CANCELLATIONS, request.clinicId(), json.getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> EmbeddedParts.database()
                        .one("select count(*) from gateway.cancellation where request_id = ?", request.id())
                        .equals("1"));

        bus.put(request);

        assertThat(bus.await(request, REJECTED).reason()).isEqualTo("cancelled");
        assertThat(relay.mailsTo(recipient)).isEmpty();
    }

    @Test
    void listsAndRemovesSuppressions() {
        relay.answerTo(recipient, "550 5.1.1 nobody");
        bus.put(request);
        bus.await(request, REJECTED);

        suppressions().get("/v1/suppressions").then().body("items[0].address", is(recipient));
        suppressions()
                .queryParam("address", recipient)
                .delete("/v1/suppressions")
                .then()
                .statusCode(204);

        suppressions().get("/v1/suppressions").then().body("items.size()", is(0));
    }

    private RequestSpecification suppressions() {
        return with("operator").queryParam("clinicId", request.clinicId());
    }

    private static io.restassured.response.Response find(String role, Request request) {
        return with(role)
                .queryParam("clinicId", request.clinicId())
                .queryParam("requestId", request.id())
                .get("/v1/deliveries");
    }

    private static io.restassured.response.Response cancel(Request request) {
        return with("domains:write").delete("/v1/deliveries/{clinic}/{request}", request.clinicId(), request.id());
    }

    private static RequestSpecification with(String role) {
        return given().auth().oauth2(Jwt.upn("test").groups(role).sign());
    }
}
