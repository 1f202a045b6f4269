package net.bpsolutions.sending.registry.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tokens;
import org.junit.jupiter.api.Test;

/** Who gets in to the console, and how a browser keeps the token. */
@QuarkusTest
@WithTestResource(Parts.class)
class SignInTest {

    private static final List<String> PAGES = List.of(
            "/console",
            "/console?status=LAPSED",
            "/console/domains/" + UUID.randomUUID(),
            "/console/clinic?id=clinic-1",
            "/console/breaker");

    @Test
    void asksABrowserWithoutATokenToSignIn() {
        for (String page : PAGES) {
            Operator.stranger()
                    .get(page)
                    .then()
                    .statusCode(401)
                    .contentType("text/html")
                    .body(containsString("action=\"/console/session\""))
                    .body(not(containsString("numbers")));
        }
    }

    @Test
    void answersAProgramWithoutATokenWithAProblem() {
        given().get("/console").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void isClosedToEveryOtherRole() {
        for (String page : PAGES) {
            Operator.sentBy(Tokens.with("domains:read", "domains:write"))
                    .get(page)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void isClosedToClinicsWhateverTheirRole() {
        for (String page : PAGES) {
            Operator.sentBy(Tokens.ofClinics(List.of("clinic-1"), "operator", "domains:read"))
                    .get(page)
                    .then()
                    .statusCode(403)
                    .contentType("text/html");
        }
    }

    @Test
    void isClosedToForgedAndExpiredTokens() {
        for (String token : List.of(Tokens.forged(), Tokens.expired(), Tokens.ofAnotherIssuer(), "x.y.z")) {
            Operator.sentBy(token).get("/console").then().statusCode(401);
            Operator.stranger()
                    .cookie(SessionCookie.NAME, token)
                    .get("/console")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void letsAProxySendTheHeader() {
        Operator.sentBy(Tokens.with("operator"))
                .get("/console")
                .then()
                .statusCode(200)
                .contentType("text/html");
    }

    @Test
    void keepsTheTokenWhereNoScriptAndNoOtherSiteReachesIt() {
        String token = Tokens.with("operator");

        Response answer = Operator.form("/console/session", "token", token, "to", "/console/breaker");

        answer.then().statusCode(303).header("Location", equalTo("/console/breaker"));
        Cookie cookie = answer.detailedCookie(SessionCookie.NAME);
        assertThat(cookie.getValue()).isEqualTo(token);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/console");
        assertThat(cookie.getMaxAge()).isBetween(500L, 600L);
        assertThat(cookie.isSecured()).isFalse();
        Operator.stranger()
                .cookie(SessionCookie.NAME, token)
                .get("/console")
                .then()
                .statusCode(200);
    }

    @Test
    void sendsTheTokenOverHttpsOnlyWhereThereIsHttps() {
        Response answer = Operator.stranger()
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "https://console.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", Tokens.with("operator"))
                .post("/console/session");

        assertThat(answer.detailedCookie(SessionCookie.NAME).isSecured()).isTrue();
    }

    @Test
    void refusesToSignInWhoeverIsNoOperator() {
        Operator.form("/console/session", "token", Tokens.with("domains:read"))
                .then()
                .statusCode(403);
        Operator.form("/console/session", "token", Tokens.ofClinics(List.of("clinic-1"), "operator"))
                .then()
                .statusCode(403);
        for (String token : List.of(Tokens.forged(), Tokens.expired(), "", "<script>alert(1)</script>")) {
            Operator.form("/console/session", "token", token)
                    .then()
                    .statusCode(401)
                    .header("Set-Cookie", nullValue())
                    .body(not(containsString("<script")));
        }
    }

    @Test
    void leadsNowhereElseAfterSigningIn() {
        Operator.form("/console/session", "token", Tokens.with("operator"), "to", "https://evil.example/console")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/console"));
    }

    @Test
    void forgetsTheTokenOnSigningOut() {
        Response answer = Operator.form("/console/session/end");

        answer.then().statusCode(303);
        assertThat(answer.detailedCookie(SessionCookie.NAME).getMaxAge()).isZero();
    }

    /** A cookie is sent by browsers on behalf of whoever asks: the API must not know it. */
    @Test
    void opensNothingButTheConsoleWithTheCookie() {
        for (String path : List.of(
                "/v1/domains",
                "/console/../v1/domains",
                "/console/%2e%2e/v1/domains",
                "/console;/../v1/domains",
                "/console//../v1/domains")) {
            int status = Operator.stranger()
                    .cookie(SessionCookie.NAME, Tokens.all())
                    .urlEncodingEnabled(false)
                    .get(path)
                    .statusCode();

            assertThat(status).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void keepsItsPagesToItself() {
        Operator.browser()
                .get("/console")
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body(not(containsString("<script")))
                .body(not(containsString("style=\"")))
                .body(containsString("<meta name=\"referrer\" content=\"same-origin\">"));
    }
}
