package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.caller;
import static net.bpsolutions.sending.registry.running.World.oms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every call that the API's description names, whoever added it. */
@QuarkusTest
@WithTestResource(Parts.class)
class EveryCallTest {

    private static final Map<String, String> NOTHING =
            Map.of("id", UUID.randomUUID().toString());
    private static final List<String> ROLES = List.of("domains:read", "domains:write", "operator");

    @Test
    void asksForATokenAndSaysOfWhichScheme() {
        for (Api.Call call : Api.calls()) {
            Response answer = call.make(given().contentType("application/json"), NOTHING);

            problem(call, answer, 401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).as(call.toString()).isEqualTo("Bearer");
        }
    }

    @Test
    void isClosedToTokensWithoutItsRole() {
        for (Api.Call call : Api.calls()) {
            String[] others =
                    ROLES.stream().filter(role -> !role.equals(call.role())).toArray(String[]::new);

            assertThat(ROLES).as(call.toString()).contains(call.role());
            problem(call, call.make(caller(Tokens.with(others)), NOTHING), 403, "forbidden");
        }
    }

    @Test
    void answers405WithTheMethodsThatThereAre() {
        Map<String, Set<String>> methods = Api.calls().stream()
                .collect(Collectors.groupingBy(
                        Api.Call::path, Collectors.mapping(Api.Call::method, Collectors.toSet())));
        methods.forEach((path, there) -> {
            Response answer = oms().body("{}").request("PATCH", path.replaceAll("\\{\\w+}", "x"));

            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            answer.then().body("type", containsString("/method-not-allowed"));
            assertThat(Set.of(answer.header("Allow").split(", *", -1))).as(path).containsAll(there);
        });
    }

    @Test
    void answers406ToWhoWantsAnotherForm() {
        for (Api.Call call : Api.calls()) {
            if (call.method().equals("GET")) {
                problem(call, call.make(oms().accept("image/png"), NOTHING), 406, "not-acceptable");
            }
        }
    }

    /** As generated clients ask for calls whose success has no content. */
    @Test
    void answersWhoAcceptsProblemsOnly() {
        for (Api.Call call : Api.calls()) {
            assertThat(call.make(oms().accept("application/problem+json"), NOTHING)
                            .statusCode())
                    .as(call.toString())
                    .isNotEqualTo(406);
        }
    }

    @Test
    void answers415ToABodyOfAnotherForm() {
        for (Api.Call call : Api.calls()) {
            if (call.body().isPresent()) {
                problem(call, call.make(oms().contentType("application/xml"), NOTHING), 415, "unsupported-media-type");
            }
        }
    }

    @Test
    void answers413ToABodyThatIsTooLarge() {
        String padding = " ".repeat(70_000);
        for (Api.Call call : Api.calls()) {
            if (call.body().isPresent()) {
                for (RequestSpecification sender : List.of(oms(), oms().header("Idempotency-Key", "large"))) {
                    String path = call.path().replace("{id}", UUID.randomUUID().toString());
                    problem(call, sender.body("{" + padding + "}").request(call.method(), path), 413, "body-too-large");
                }
            }
        }
    }

    /** Its length is not told before, so it must be counted. */
    @Test
    void answers413ToABodyThatGrowsTooLarge() throws Exception {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        for (Map<String, String> more : List.of(Map.of("X-None", "x"), Map.of("Idempotency-Key", "grows"))) {
            Map<String, String> headers = new HashMap<>(more);
            headers.put("Authorization", "Bearer " + Tokens.all());
            headers.put("Content-Type", "application/json");
            headers.put("Transfer-Encoding", "chunked");

            RawHttp.Answer answer = RawHttp.send("POST", "/v1/domains", headers, chunk + chunk + "0\r\n\r\n");

            assertThat(answer.status()).as(more.toString()).isEqualTo(413);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void answers400ToABodyThatIsNoJson() {
        for (Api.Call call : Api.calls()) {
            if (call.body().isPresent()) {
                String path = call.path().replace("{id}", UUID.randomUUID().toString());
                problem(call, oms().body("{\"").request(call.method(), path), 400, "malformed-body");
            }
        }
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        for (Api.Call call : Api.calls()) {
            if (call.method().equals("GET")) {
                Response get = call.make(oms(), NOTHING);
                Response head = new Api.Call("HEAD", call.path(), call.parameters(), call.body(), call.role())
                        .make(oms(), NOTHING);

                assertThat(head.statusCode()).as(call.toString()).isEqualTo(get.statusCode());
                assertThat(head.asString()).as(call.toString()).isEmpty();
            }
        }
    }

    @Test
    void tellsTheMethodsToWhoAsksForOptions() {
        for (Api.Call call : Api.calls()) {
            Response answer = given().request("OPTIONS", call.path().replaceAll("\\{\\w+}", "x"));

            assertThat(answer.statusCode()).as(call.toString()).isIn(200, 204);
            assertThat(answer.header("Allow")).as(call.toString()).contains(call.method());
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @Test
    void tellsWhatIsLeftOfTheLimits() {
        oms().get("/v1/domains?limit=1")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"requests\";q=300000;w=60"))
                .header("RateLimit", containsString("\"requests\";r=2999"))
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void slowsDownACallerThatAsksTooOftenAndNoOther() {
        String eager = Tokens.withClinics(List.of("clinic-eager"), "eager", "domains:read");
        Response answer = caller(eager).get("/v1/domains");
        for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
            answer = caller(eager).get("/v1/domains");
        }

        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", containsString("\"requests\";r=0;t="))
                .header("RateLimit-Policy", "\"requests\";q=60;w=60");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        caller(Tokens.withClinics(List.of("clinic-eager"), "calm", "domains:read"))
                .get("/v1/domains")
                .then()
                .statusCode(200);
    }

    private static void problem(Api.Call call, Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(call.toString()).isEqualTo(status);
        assertThat(answer.contentType()).as(call.toString()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type"))
                .as(call.toString())
                .isEqualTo("https://sending.bp-solutions.net/problems/" + type);
    }
}
