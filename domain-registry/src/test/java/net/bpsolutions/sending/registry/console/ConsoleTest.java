package net.bpsolutions.sending.registry.console;

import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tokens;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console over HTTP: who gets in, what is obeyed, and what is shown. */
@QuarkusTest
@WithTestResource(Parts.class)
class ConsoleTest {

    private static final List<String> PAGES = List.of(
            "/console",
            "/console?status=LAPSED",
            "/console/domains/" + UUID.randomUUID(),
            "/console/clinic?id=clinic-1",
            "/console/breaker");

    @Test
    void asksABrowserWithoutATokenToSignIn() {
        for (String page : PAGES) {
            browser()
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
            browser(Tokens.with("domains:read", "domains:write"))
                    .get(page)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void isClosedToClinicsWhateverTheirRole() {
        for (String page : PAGES) {
            browser(Tokens.ofClinics(List.of("clinic-1"), "operator", "domains:read"))
                    .get(page)
                    .then()
                    .statusCode(403)
                    .contentType("text/html");
        }
    }

    @Test
    void isClosedToForgedAndExpiredTokens() {
        for (String token : List.of(Tokens.forged(), Tokens.expired(), Tokens.ofAnotherIssuer(), "x.y.z")) {
            browser(token).get("/console").then().statusCode(401);
            browser().cookie(SessionCookie.NAME, token).get("/console").then().statusCode(401);
        }
    }

    @Test
    void letsAProxySendTheHeader() {
        browser(Tokens.with("operator")).get("/console").then().statusCode(200).contentType("text/html");
    }

    @Test
    void keepsTheTokenWhereNoScriptAndNoOtherSiteReachesIt() {
        String token = Tokens.with("operator");

        Response answer = form("/console/session", "token", token, "to", "/console/breaker");

        answer.then().statusCode(303).header("Location", equalTo("/console/breaker"));
        Cookie cookie = answer.detailedCookie(SessionCookie.NAME);
        assertThat(cookie.getValue()).isEqualTo(token);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/console");
        assertThat(cookie.getMaxAge()).isBetween(500L, 600L);
        assertThat(cookie.isSecured()).isFalse();
        browser().cookie(SessionCookie.NAME, token).get("/console").then().statusCode(200);
    }

    @Test
    void sendsTheTokenOverHttpsOnlyWhereThereIsHttps() {
        Response answer = browser()
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "https://console.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", Tokens.with("operator"))
                .post("/console/session");

        assertThat(answer.detailedCookie(SessionCookie.NAME).isSecured()).isTrue();
    }

    @Test
    void refusesToSignInWhoeverIsNoOperator() {
        form("/console/session", "token", Tokens.with("domains:read")).then().statusCode(403);
        form("/console/session", "token", Tokens.ofClinics(List.of("clinic-1"), "operator"))
                .then()
                .statusCode(403);
        for (String token : List.of(Tokens.forged(), Tokens.expired(), "", "<script>alert(1)</script>")) {
            form("/console/session", "token", token)
                    .then()
                    .statusCode(401)
                    .header("Set-Cookie", nullValue())
                    .body(not(containsString("<script")));
        }
    }

    @Test
    void leadsNowhereElseAfterSigningIn() {
        form("/console/session", "token", Tokens.with("operator"), "to", "https://evil.example/console")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/console"));
    }

    @Test
    void forgetsTheTokenOnSigningOut() {
        Response answer = form("/console/session/end");

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
            int status = browser()
                    .cookie(SessionCookie.NAME, Tokens.all())
                    .urlEncodingEnabled(false)
                    .get(path)
                    .statusCode();

            assertThat(status).as(path).isIn(400, 401, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void obeysNoFormOfAnotherSite(String site) {
        String id = registered("clinic-console", "forged-form-" + site + ".com");

        operator()
                .header("Sec-Fetch-Site", site)
                .formParam("confirm", "yes")
                .post("/console/domains/" + id + "/suspend")
                .then()
                .statusCode(403)
                .body(containsString("did not come from a page of the console"));

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void obeysNoFormOfAnotherOriginOrOfNone() {
        String id = registered("clinic-console", "forged-origin.com");
        for (String origin : List.of("https://evil.example", "null")) {
            operator()
                    .header("Origin", origin)
                    .formParam("confirm", "yes")
                    .post("/console/domains/" + id + "/suspend")
                    .then()
                    .statusCode(403);
        }

        operator()
                .formParam("confirm", "yes")
                .post("/console/domains/" + id + "/suspend")
                .then()
                .statusCode(403);

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void doesNothingWithoutConfirmation() {
        String id = registered("clinic-console", "unconfirmed.com");

        for (String path : List.of("/console/domains/" + id + "/suspend", "/console/clinic?id=x", "/console/breaker")) {
            form(path, "id", "clinic-console", "exempt", "true").then().statusCode(400);
        }

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
        assertThat(resource(id).path("sendingAs").asText()).isEqualTo("FALLBACK");
    }

    @Test
    void doesNothingOnAGet() {
        String id = registered("clinic-console", "looked-at.com");

        operator().get("/console/domains/" + id + "/suspend").then().statusCode(405);

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void suspendsAndResumes() {
        String id = registered("clinic-console", "suspended-by-console.com");

        form("/console/domains/" + id + "/suspend", "confirm", "yes").then().statusCode(303);
        assertThat(resource(id).path("status").asText()).isEqualTo("SUSPENDED");
        form("/console/domains/" + id + "/resume", "confirm", "yes").then().statusCode(303);

        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
        operator()
                .get("/console/domains/" + id)
                .then()
                .body(containsString("An operator suspended it."))
                .body(containsString("An operator lifted the suspension."));
    }

    @Test
    void resolvesASecondClaim() {
        String domain = "console-conflict.com";
        String first = registered("clinic-console-a", domain);
        World.checked(domain, "OK", Instant.now());
        World.proven(first, "clinic-console-a", domain, "EMAIL_FORWARD");
        World.eventually(first, "VERIFIED");
        String second = registered("clinic-console-b", domain);
        World.proven(second, "clinic-console-b", domain, "EMAIL_FORWARD");
        await().until(() -> operator().get("/console?only=ATTENTION").asString().contains(second));
        assertThat(operator().get("/console/domains/" + second).asString())
                .contains("Another clinic has proven this domain", first);

        form("/console/domains/" + second + "/approve", "confirm", "yes").then().statusCode(303);

        assertThat(resource(second).at("/ownership/method").asText()).isEqualTo("OPERATOR");
        assertThat(operator().get("/console?only=ATTENTION").asString()).doesNotContain(second);
    }

    @Test
    void clearsAFlag() {
        String id = registered("clinic-console", "\u0441onsole-look-alike.com");
        assertThat(operator().get("/console?only=FLAGGED").asString()).contains(id);

        form("/console/domains/" + id + "/unflag", "confirm", "yes").then().statusCode(303);

        assertThat(operator().get("/console?only=FLAGGED").asString()).doesNotContain(id);
    }

    @Test
    void exemptsAClinicAndEndsThat() {
        String id = registered("clinic-console-own", "console-own-account.com");

        form("/console/clinic", "id", "clinic-console-own", "exempt", "true", "confirm", "yes")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/console/clinic?id=clinic-console-own"));
        assertThat(resource(id).path("sendingAs").asText()).isEqualTo("OWN_ACCOUNT");
        form("/console/clinic", "id", "clinic-console-own", "exempt", "false", "confirm", "yes");

        assertThat(resource(id).path("sendingAs").asText()).isEqualTo("FALLBACK");
    }

    @Test
    void showsAndReleasesTheBreaker() {
        World.sql("update registry.breaker set frozen = true, reason = 'SWEEP'");
        operator().get("/console").then().body(containsString("Demotions are frozen"));

        form("/console/breaker", "confirm", "yes").then().statusCode(303);

        operator().get("/console/breaker").then().body(containsString("Demotions are free"));
    }

    @Test
    void tellsWhatWasSoAtAMoment() {
        String id = registered("clinic-console", "at-night.com");
        World.sql("update registry.past_transition set occurred_at = '2026-03-01T02:00:00Z' where registration_id = '"
                + id + "'");
        World.sql("""
                insert into registry.past_transition (registration_id, sequence, occurred_at, status, sending_as, previous_status, cause, event_id)
                values ('%s', 2, '2026-03-01T03:10:07Z', 'LAPSED', 'FALLBACK', 'PENDING', 'grace-over', gen_random_uuid())""".formatted(id));

        String then = operator()
                .get("/console/domains/" + id + "?at=2026-03-01T03:10")
                .asString();
        String before = operator()
                .get("/console/domains/" + id + "?at=2026-03-01T03:00")
                .asString();
        String longBefore = operator()
                .get("/console/domains/" + id + "?at=2020-01-01T00:00")
                .asString();

        assertThat(then).contains("LAPSED, sending as FALLBACK, since 2026-03-01 03:10:07 UTC");
        assertThat(then).contains("until the grace period was over");
        assertThat(before).contains("PENDING, sending as FALLBACK, since 2026-03-01 02:00:00 UTC");
        assertThat(longBefore).contains("Nothing is known of that time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:12", "yesterday", "2026-13-01T00:00", "<script>"})
    void refusesWhatIsNoMoment(String at) {
        String id = registered("clinic-console", "no-moment-" + Integer.toHexString(at.hashCode()) + ".com");

        operator()
                .queryParam("at", at)
                .get("/console/domains/" + id)
                .then()
                .statusCode(400)
                .body(not(containsString("<script")));
    }

    @Test
    void pagesTheStory() {
        String id = registered("clinic-console", "long-story.com");
        World.sql("""
                insert into registry.past_check (registration_id, event_id, cause_id, checked_at, verdicts, nameservers)
                select '%s', gen_random_uuid(), gen_random_uuid(), now() - i * interval '1 hour', '[]', '[]'
                  from generate_series(1, 90) i""".formatted(id));

        String first = operator().get("/console/domains/" + id).asString();
        String older = first.replaceAll("(?s).*href=\"([^\"]*before=[^\"#]*).*", "$1");
        String second = operator().urlEncodingEnabled(false).get(older).asString();

        assertThat(first.split("Checked:", -1)).hasSizeBetween(40, 41);
        assertThat(second.split("Checked:", -1)).hasSizeBetween(40, 42);
    }

    @Test
    void knowsNoOtherDomain() {
        for (String id : List.of(UUID.randomUUID().toString(), "1", "%27%20or%201=1", "x".repeat(500))) {
            operator()
                    .urlEncodingEnabled(false)
                    .get("/console/domains/" + id)
                    .then()
                    .statusCode(in(List.of(401, 404)))
                    .body(not(containsString("Exception")));
        }
        form("/console/domains/" + UUID.randomUUID() + "/suspend", "confirm", "yes")
                .then()
                .statusCode(404);
    }

    @Test
    void knowsNoOtherAction() {
        String id = registered("clinic-console", "no-such-action.com");

        form("/console/domains/" + id + "/delete", "confirm", "yes").then().statusCode(404);
    }

    @Test
    void showsAScriptInAClinicsIdAsText() {
        String clinic = "<script>alert(1)<.script>&\"'";
        String id = registered(clinic, "script-clinic.com");

        for (String page : List.of("/console?domain=script-clinic", "/console/domains/" + id)) {
            assertThat(operator().get(page).asString())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script", "\"'\"");
        }
        operator()
                .queryParam("id", clinic)
                .get("/console/clinic")
                .then()
                .statusCode(200)
                .body(containsString("script-clinic.com"))
                .body(not(containsString("<script")));
    }

    @Test
    void showsWhatWasTypedAsText() {
        operator()
                .queryParam("domain", "\"><script>alert(1)</script>")
                .get("/console")
                .then()
                .statusCode(200)
                .body(not(containsString("<script")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=GONE", "only=SOME", "cursor=abc", "cursor=Y29uc29sZS1uYW1lc35h"})
    void refusesFiltersThatThereAreNot(String query) {
        operator().get("/console?" + query).then().statusCode(400).contentType("text/html");
    }

    @Test
    void findsDomainsByHowTheyBeginPageByPage() {
        for (int i = 0; i < 60; i++) {
            registered("clinic-console-many", "prefix-search-%02d.com".formatted(i));
        }
        registered("clinic-console-many", "prefixxsearch.com");

        String first = operator().get("/console?domain=Prefix-Search").asString();
        String next = first.replaceAll("(?s).*<a class=\"button\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        String second = operator().urlEncodingEnabled(false).get(next).asString();

        assertThat(first)
                .contains("prefix-search-00.com", "prefix-search-49.com")
                .doesNotContain("prefix-search-50.com");
        assertThat(second)
                .contains("prefix-search-50.com", "prefix-search-59.com")
                .doesNotContain("prefix-search-49.com");
        assertThat(first + second).doesNotContain("prefixxsearch.com");
        assertThat(operator().get("/console?domain=prefix_search").asString())
                .contains("Nothing is registered that fits");
    }

    @Test
    void narrowsToAClinicAndAStatus() {
        String id = registered("clinic-console-one", "only-of-one.com");

        assertThat(operator()
                        .get("/console?clinic=clinic-console-one&status=PENDING")
                        .asString())
                .contains(id);
        assertThat(operator()
                        .get("/console?clinic=clinic-console-one&status=VERIFIED")
                        .asString())
                .doesNotContain(id);
    }

    @Test
    void keepsItsPagesToItself() {
        operator()
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

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static RequestSpecification browser(String token) {
        return browser().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification operator() {
        return browser()
                .cookie(SessionCookie.NAME, Tokens.with("operator"))
                .contentType("application/x-www-form-urlencoded");
    }

    /** As a page of the console sends it. */
    private static Response form(String path, String... namesAndValues) {
        RequestSpecification request = operator().header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.formParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.post(path);
    }
}
