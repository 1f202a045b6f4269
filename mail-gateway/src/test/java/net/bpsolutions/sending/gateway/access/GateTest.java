package net.bpsolutions.sending.gateway.access;

import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.events.Outcome.ACCEPTED;
import static net.bpsolutions.sending.events.Outcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.bpsolutions.sending.gateway.parts.Bus;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import net.bpsolutions.sending.gateway.parts.Relay;
import net.bpsolutions.sending.gateway.parts.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token for some clinics opens, and what it does not. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class GateTest {

    private final Bus bus = EmbeddedParts.bus();
    private final Relay relay = EmbeddedParts.relay();
    private final String recipient = Request.somebody();
    private final Request request = Request.of("jane@clinic.example", recipient);
    private final String stranger = "clinic-" + UUID.randomUUID();

    @Test
    void showsACallersOwnClinics() {
        rejected();

        deliveries(of(List.of(stranger, request.clinicId())))
                .then()
                .statusCode(200)
                .body("items.size()", is(1));
        suppressions(of(List.of(request.clinicId()))).then().statusCode(200).body("items[0].address", is(recipient));
    }

    @Test
    void hidesWhatBelongsToOthers() {
        rejected();

        notFound(deliveries(of(List.of(stranger))));
        notFound(suppressions(of(List.of(stranger))));
        notFound(of(List.of(stranger))
                .queryParam("clinicId", stranger)
                .queryParam("clinicId", request.clinicId())
                .get("/v1/suppressions"));
    }

    @Test
    void changesNothingOfOthers() {
        bus.put(request.with("sendAt", "\"" + Instant.now().plusSeconds(2) + "\""));
        String mine = request.clinicId();

        notFound(of(List.of(stranger)).delete("/v1/deliveries/{clinic}/{request}", mine, request.id()));
        notFound(of(List.of(stranger))
                .queryParam("clinicId", mine)
                .queryParam("address", recipient)
                .delete("/v1/suppressions"));

        bus.await(request, ACCEPTED);
        assertThat(relay.mailsTo(recipient)).hasSize(1);
    }

    @Test
    void wantsToKnowForWhichClinicItIsAsked() {
        of(List.of(stranger))
                .get("/v1/suppressions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "clinic-42"})
    void takesAClaimThatIsNoListForNoClinic(String claim) {
        notFound(suppressions(
                given().auth().oauth2(token().claim("clinics", claim).sign())));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/deliveries?clinicId=c&requestId=r, '', 401, unauthenticated",
        "GET, /v1/suppressions?clinicId=c, no.such.token, 401, unauthenticated",
        "GET, /v1/nothing, '', 404, not-found",
        "PUT, /v1/deliveries/c/r, '', 405, method-not-allowed",
    })
    void refusesWithAProblem(String method, String address, String token, int status, String type) {
        RequestSpecification caller = token.isEmpty() ? given() : given().auth().oauth2(token);

        caller.request(method, address)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + type))
                .body("status", is(status));
    }

    private void rejected() {
        relay.answerTo(recipient, "550 5.1.1 nobody");
        bus.put(request);
        bus.await(request, REJECTED);
    }

    private Response deliveries(RequestSpecification caller) {
        return caller.queryParam("clinicId", request.clinicId())
                .queryParam("requestId", request.id())
                .get("/v1/deliveries");
    }

    private Response suppressions(RequestSpecification caller) {
        return caller.queryParam("clinicId", request.clinicId()).get("/v1/suppressions");
    }

    private static void notFound(Response answer) {
        answer.then().statusCode(404).contentType("application/problem+json").body("type", endsWith("/not-found"));
    }

    private static RequestSpecification of(List<String> clinics) {
        return given().auth().oauth2(token().claim("clinics", clinics).sign());
    }

    private static JwtClaimsBuilder token() {
        return Jwt.upn("test").groups(Set.of("domains:read", "domains:write"));
    }
}
