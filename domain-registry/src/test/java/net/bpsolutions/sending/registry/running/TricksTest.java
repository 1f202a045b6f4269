package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and headers that pretend to be others. */
@QuarkusTest
@WithTestResource(Parts.class)
class TricksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/domains;x=1",
                "/v1/domains%3Bx=1",
                "/v1;x/domains",
                "/v1/domains/%25/history;a=b",
                "//v1/domains",
                "/v1//domains",
                "/v1/domains/",
                "/v1/domains//",
                "/v1/./domains",
                "/v1/x/../domains",
                "/guide/../v1/domains",
                "/guide/..;/v1/domains",
                "/guide/%2e%2e/v1/domains",
                "/setup/..%2fv1/domains",
                "/v1%2Fdomains",
                "/v1/%64omains",
                "/V1/domains",
                "/v1/DOMAINS",
                "/v1/domains%00",
                "/v1/domains%20",
                "/v1/domains.json",
                "/q/../v1/domains",
                "/q/health/..;/..;/v1/domains",
                "\\v1\\domains"
            })
    void opensNothingToTricksWithThePath(String path) throws Exception {
        RawHttp.Answer answer = RawHttp.send("GET", path, Map.of());

        assertThat(answer.status()).isIn(400, 401, 404);
        assertThat(answer.text()).doesNotContain("\"items\"", "Exception", "\tat ");
    }

    @Test
    void opensNothingToTricksWithHeaders() throws Exception {
        for (Map<String, String> headers : List.of(
                Map.of("X-HTTP-Method-Override", "GET", "X-Original-URL", "/guide", "X-Rewrite-URL", "/guide"),
                Map.of("X-Forwarded-For", "127.0.0.1", "X-Forwarded-Host", "localhost", "X-Forwarded-Prefix", "/guide"),
                Map.of("X-Forwarded-User", "operator", "X-Remote-User", "operator"),
                Map.of("Host", "localhost", "Forwarded", "for=127.0.0.1;host=localhost;proto=https"),
                Map.of("Authorization", "Basic b3BlcmF0b3I6b3BlcmF0b3I="),
                Map.of("Cookie", "Bearer=" + Tokens.all(), "access_token", Tokens.all()))) {
            assertThat(RawHttp.send("GET", "/v1/domains", headers).status())
                    .as(headers.toString())
                    .isEqualTo(401);
        }
        assertThat(RawHttp.send("GET", "/v1/domains?access_token=" + Tokens.all(), Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void doesNotActByAnOverriddenMethod() {
        String id = World.registered("clinic-override", "override-clinic.com");

        oms().header("X-HTTP-Method-Override", "DELETE")
                .get("/v1/domains/" + id)
                .then()
                .statusCode(200);

        oms().get("/v1/domains/" + id).then().statusCode(200);
    }

    /** A link in an answer names the configured address, not the one that a caller claims to have used. */
    @Test
    void writesNoAddressOfTheCallersChoosing() {
        Response answer = oms().header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example")
                .body("{\"clinicId\":\"clinic-host\",\"domain\":\"host-clinic.com\"}")
                .post("/v1/domains");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.asString() + answer.headers()).doesNotContain("evil.example");
    }
}
