package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.register;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of the API is a problem, and none tells of the program's inside. */
@QuarkusTest
@WithTestResource(Parts.class)
class RefusalsTest {

    private static final List<String> CALLS = List.of(
            "POST /v1/domains",
            "GET /v1/domains",
            "GET /v1/domains/{id}",
            "DELETE /v1/domains/{id}",
            "POST /v1/domains/{id}/checks",
            "GET /v1/domains/{id}/checks",
            "GET /v1/domains/{id}/history",
            "POST /v1/domains/{id}/challenges",
            "POST /v1/domains/{id}/suspension",
            "DELETE /v1/domains/{id}/suspension",
            "POST /v1/domains/{id}/approval",
            "DELETE /v1/domains/{id}/flag",
            "GET /v1/breaker",
            "DELETE /v1/breaker",
            "POST /v1/sender-status/republication",
            "GET /v1/sender-status/republication/{id}",
            "PUT /v1/clinics/clinic/own-account",
            "DELETE /v1/clinics/clinic/own-account",
            "GET /v1/clinics/clinic/own-account",
            "POST /v1/webhooks",
            "GET /v1/webhooks",
            "GET /v1/webhooks/{id}",
            "DELETE /v1/webhooks/{id}",
            "POST /v1/webhooks/{id}/secret",
            "GET /v1/senders/jane@clinic.com?clinicId=clinic");

    private static final Pattern OPERATORS = Pattern.compile("suspension|approval|flag|breaker|republication");

    @Test
    void asksEveryCallerForAToken() {
        for (String call : CALLS) {
            assertProblem(send(call, ""), 401, "unauthenticated");
        }
    }

    @Test
    void trustsNoTokenButOurs() {
        for (String token :
                List.of(Tokens.forged(), Tokens.expired(), Tokens.ofAnotherIssuer(), "nonsense", unsigned())) {
            assertProblem(send("GET /v1/domains", token), 401, "unauthenticated");
        }
    }

    @Test
    void asksForTheRoleThatACallNeeds() {
        for (String call : CALLS) {
            String role = OPERATORS.matcher(call).find()
                    ? "operator"
                    : call.startsWith("GET") ? "domains:read" : "domains:write";
            String[] others = List.of("domains:read", "domains:write", "operator", "admin").stream()
                    .filter(other -> !other.equals(role))
                    .toArray(String[]::new);

            assertProblem(send(call, Tokens.with(others)), 403, "forbidden");
            assertThat(send(call, Tokens.with(role)).statusCode()).as(call).isNotIn(401, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/domains;x=1",
                "//v1/domains",
                "/v1/domains/",
                "/v1/./domains",
                "/v1%2Fdomains",
                "/V1/domains"
            })
    void isNotTrickedByPaths(String path) {
        assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, free-mail-domain",
        "co.uk, public-suffix",
        "clinic.local, reserved-domain",
        "192.0.2.1, reserved-domain",
        "not a domain, invalid-domain",
        "'', invalid-domain"
    })
    void saysWhyADomainCannotBeRegistered(String domain, String type) {
        assertProblem(register("clinic", domain), 422, type);
    }

    @Test
    void letsNoDnsPacketLeaveForWhatItRefuses() {
        long before = Tables.number("select count(*) from registry.registration");

        for (String refused : List.of("gmail.com", "co.uk", "clinic.internal", "jane@refused-clinic.com")) {
            register("clinic-refused", refused).then().statusCode(422);
        }

        assertThat(Tables.number("select count(*) from registry.registration")).isEqualTo(before);
        assertThat(World.on(Topic.DOMAIN_REGISTERED, "refused-clinic.com")).isEmpty();
        assertThat(World.on(Topic.DOMAIN_REGISTERED, "gmail.com")).isEmpty();
    }

    @Test
    void namesTheDomainThatWasMeant() {
        register("clinic", "https://www.pasted-clinic.com/contact")
                .then()
                .statusCode(422)
                .body("type", endsWith("/invalid-domain"))
                .body("detail", containsString("pasted-clinic.com"))
                .body("suggested", equalTo("pasted-clinic.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"domain\":\"clinic.com\"} | clinicId",
                "{\"clinicId\":\"c\"} | domain",
                "{\"clinicId\":\"a/b\",\"domain\":\"clinic.com\"} | clinicId",
                "{\"clinicId\":\"c\",\"domain\":\"clinic.com\",\"contactEmail\":\"no\"} | contactEmail",
                "null | body"
            })
    void namesTheFieldThatIsNotValid(String body, String field) {
        Response answer = oms().body(body).post("/v1/domains");

        assertProblem(answer, 400, "invalid-request");
        answer.then().body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"clinicId\":{}}"})
    void refusesABodyThatCannotBeRead(String body) {
        assertProblem(oms().body(body).post("/v1/domains"), 400, "malformed-body");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertProblem(oms().get("/v1/nothing"), 404, "not-found");
        assertProblem(oms().get("/v1/domains/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(oms().get("/v1/domains/no-uuid"), 404, "not-found");
        assertProblem(oms().put("/v1/domains"), 405, "method-not-allowed");
        assertProblem(oms().contentType("text/plain").body("x").post("/v1/domains"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=ten, limit",
        "limit=99999999999, limit",
        "limit=201, limit",
        "cursor=%21, cursor",
        "status=NONE, status",
        "domain=x, domain"
    })
    void namesTheParameterThatIsNotValid(String query, String field) {
        Response answer = oms().urlEncodingEnabled(false).get("/v1/domains?" + query);

        assertProblem(answer, 400, "invalid-request");
        answer.then().body("errors.field", hasItem(field));
    }

    @Test
    void refusesAMailboxThatIsNoLocalPart() {
        String id = registered("clinic-7", "mailbox-clinic.com");

        for (String mailbox :
                List.of("jane@elsewhere.com", "jane\\r\\nBcc: x", "", "a b", "jane..doe", "a".repeat(65))) {
            assertProblem(
                    oms().body("{\"mailbox\":\"" + mailbox + "\"}").post("/v1/domains/" + id + "/challenges"),
                    400,
                    "invalid-request");
        }
    }

    private static Response send(String call, String token) {
        String[] parts = call.split(" ", 2);
        String path = parts[1].replace("{id}", UUID.randomUUID().toString());
        return (token.isEmpty() ? given().contentType("application/json") : caller(token))
                .body(parts[0].equals("POST") ? "{\"mailbox\":\"jane\"}" : "")
                .request(parts[0], path);
    }

    private static String unsigned() {
        return "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL3NlbmRpbmcuYnAtc29sdXRpb25zLm5ldCIsImdyb3VwcyI6WyJvcGVyYXRvciJdfQ.";
    }

    private static void assertProblem(Response answer, int status, String type) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://sending.bp-solutions.net/problems/" + type))
                .body("status", equalTo(status));
        assertThat(answer.asString()).doesNotContain("Exception", "net.bpsolutions", "io.quarkus", "jakarta", "\tat ");
    }
}
