package net.bpsolutions.sending.gateway.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import net.bpsolutions.sending.gateway.parts.EmbeddedParts;
import org.junit.jupiter.api.Test;

/** The page behind the link. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class VerifyDomainPageTest extends Journey {

    private static final String RIGHT_LENGTH = "b".repeat(32);

    @Test
    void changesNothingWhenLookedAt() throws Exception {
        String key = keyFor("scanned.example");

        for (int i = 0; i < 10; i++) {
            get("scanned.example", key).statusCode(200).body(containsString("<button"));
        }

        post("scanned.example", key).statusCode(200);
        soon().untilAsserted(() -> assertThat(completions("scanned.example")).hasSize(1));
    }

    @Test
    void completesWhenTheButtonIsPressed() throws Exception {
        String key = keyFor("pressed.example");

        post("pressed.example", key).statusCode(200).body(containsString("Your domain is verified"));

        soon().untilAsserted(() -> assertThat(completions("pressed.example")).hasSize(1));
        assertThat(completions("pressed.example").getFirst()).contains("\"method\":\"LINK\"");
        post("pressed.example", key).statusCode(200).body(containsString("verified before"));
    }

    @Test
    void looksTheSameForWrongKeyUntilPressed() throws Exception {
        String right = keyFor("oracle.example");

        String forRight = get("oracle.example", right).extract().asString().replace(right, "");
        String forWrong =
                get("oracle.example", RIGHT_LENGTH).extract().asString().replace(RIGHT_LENGTH, "");

        assertThat(forWrong).isEqualTo(forRight);
        post("oracle.example", RIGHT_LENGTH).statusCode(403);
        assertThat(completions("oracle.example")).isEmpty();
    }

    @Test
    void answersTheSameForUnknownDomainAsForWrongKey() {
        post("nobody.example", RIGHT_LENGTH).statusCode(403).body(containsString("does not fit"));
    }

    @Test
    void escapesWhatTheLinkHolds() {
        get("nobody.example", "\"><script>alert(1)</script>").statusCode(200).body(not(containsString("<script>")));
    }

    @Test
    void asksForTheWholeLink() {
        given().get("/verify-domain?domain=nobody.example").then().statusCode(400);
        given().get("/verify-domain?domain=no_domain&key=" + RIGHT_LENGTH)
                .then()
                .statusCode(400);
        given().post("/verify-domain").then().statusCode(400);
    }

    @Test
    void loadsNothingAndIsKeptNowhere() {
        get("nobody.example", RIGHT_LENGTH)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Content-Type", containsString("text/html"));
        given().get("/verify-domain/style.css").then().statusCode(200);
    }

    private String keyFor(String domain) throws Exception {
        register(domain);
        ask("jane@" + domain);
        return challengeFor("jane@" + domain).key();
    }

    private static ValidatableResponse get(String domain, String key) {
        return given().queryParam("domain", domain)
                .queryParam("key", key)
                .get("/verify-domain")
                .then();
    }

    private static ValidatableResponse post(String domain, String key) {
        return given().formParam("domain", domain)
                .formParam("key", key)
                .post("/verify-domain")
                .then();
    }
}
