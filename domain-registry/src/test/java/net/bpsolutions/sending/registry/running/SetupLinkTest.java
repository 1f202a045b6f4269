package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** The link to a clinic's page: whom it lets in, and what its holder may ask for. */
@QuarkusTest
@WithTestResource(Parts.class)
class SetupLinkTest {

    private static final String UNKNOWN = "/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void keepsTheLinkToItself() {
        Response answer = get(World.setupPath(registered("clinic-page", "quiet-page.com")));

        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void answersAReplacedLinkLikeOneThatNeverWas() {
        String id = registered("clinic-page", "replaced-page.com");
        String before = World.setupPath(id);
        String record = resource(id).path("ownership").path("record").toString();

        String after = URI.create(oms().post("/v1/domains/" + id + "/setup-link")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("setupUrl"))
                .getPath();

        assertThat(after).isNotEqualTo(before);
        get(after).then().statusCode(200);
        assertThat(resource(id).path("ownership").path("record").toString()).isEqualTo(record);
        assertThat(get(before + "/events").asString())
                .contains("data:gone")
                .isEqualTo(get(UNKNOWN + "/events").asString());
        for (String way : List.of("", "/notices")) {
            assertThat(get(before + way).statusCode()).as(way).isEqualTo(404);
            assertThat(get(before + way).asString())
                    .isEqualTo(get(UNKNOWN + way).asString());
        }
        for (String way : List.of("/checks", "/challenges?mailbox=jane")) {
            assertThat(given().post(before + way).statusCode()).as(way).isEqualTo(404);
        }
    }

    @Test
    void looksAtOnceForWhoeverHoldsTheLink() {
        String id = registered("clinic-page", "asking-page.com");
        long before = World.on(Topic.DNS_CHECK_REQUESTED, "asking-page.com").size();

        Response answer = given().redirects().follow(false).post(World.setupPath(id) + "/checks?lang=de");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .startsWith(World.setupPath(id) + "?asked=")
                .endsWith("&lang=de#next");
        await().until(() ->
                World.on(Topic.DNS_CHECK_REQUESTED, "asking-page.com").size() > before);
        get(answer.header("Location")).then().body(containsString("<progress"));
        World.checked("asking-page.com", "MISSING", Instant.now());
        await().until(() -> !get(answer.header("Location")).asString().contains("<progress"));
    }

    @Test
    void refusesAFloodOfChecks() {
        String id = registered("clinic-page", "flooded-page.com");
        for (int i = 0; i < 10; i++) {
            given().redirects()
                    .follow(false)
                    .post(World.setupPath(id) + "/checks")
                    .then()
                    .statusCode(303);
        }

        given().post(World.setupPath(id) + "/checks")
                .then()
                .statusCode(429)
                .contentType("text/html")
                .header("Retry-After", containsString(""))
                .body(containsString("checked very often"));
        oms().post("/v1/domains/" + id + "/checks").then().statusCode(429);
        assertThat(World.on(Topic.DNS_CHECK_REQUESTED, "flooded-page.com")).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void sendsTheVerificationMessageAndSaysWhereTo() {
        String id = registered("clinic-page", "mailing-page.com");

        for (String typed : List.of("jane", " Jane.Doe@Mailing-Page.com ")) {
            given().redirects()
                    .follow(false)
                    .formParam("mailbox", typed)
                    .post(World.setupPath(id) + "/challenges")
                    .then()
                    .statusCode(303)
                    .header("Location", startsWith(World.setupPath(id)));
        }

        await().until(() ->
                World.on(Topic.CHALLENGE_REQUESTED, "mailing-page.com").size() == 2);
        assertThat(World.on(Topic.CHALLENGE_REQUESTED, "mailing-page.com"))
                .extracting(sent -> World.json(sent).path("mailbox").asText())
                .containsExactly("jane", "Jane.Doe");
        assertThat(page(id)).contains("on its way to Jane.Doe@mailing-page.com");
    }

    @Test
    void refusesMailboxesElsewhere() {
        String id = registered("clinic-page", "strict-page.com");

        for (String typed : List.of("", "jane@other.com", "a b", "x\r\nBcc: y", "<script>", "a@b@strict-page.com")) {
            given().formParam("mailbox", typed)
                    .post(World.setupPath(id) + "/challenges")
                    .then()
                    .statusCode(422)
                    .contentType("text/html")
                    .body(containsString("the part before the @"));
        }
        given().contentType("text/plain")
                .body("%%%")
                .post(World.setupPath(id) + "/challenges")
                .then()
                .statusCode(422);
        assertThat(World.on(Topic.CHALLENGE_REQUESTED, "strict-page.com")).isEmpty();
    }

    @Test
    void refusesAFloodOfMessages() {
        String id = registered("clinic-page", "mailed-page.com");
        for (int i = 0; i < 10; i++) {
            given().redirects()
                    .follow(false)
                    .post(World.setupPath(id) + "/challenges?mailbox=jane" + i)
                    .then()
                    .statusCode(303);
        }

        given().post(World.setupPath(id) + "/challenges?mailbox=jane")
                .then()
                .statusCode(429)
                .body(containsString("Many messages were sent"));
    }

    @Test
    void passesOverWhatItCannotUnderstand() {
        String path = World.setupPath(registered("clinic-page", "odd-page.com"));

        for (String query : List.of(
                "asked=x",
                "asked=99999999999999999999",
                "asked=9223372036854775807",
                "lang=%00",
                "host=%3Cscript%3E",
                "asked=-1")) {
            get(path + "?" + query).then().statusCode(200).body(containsString("Not looked at yet"));
        }
    }

    @Test
    void tellsNothingToATextThatIsNoToken() {
        assertThat(get("/setup/%00/events").asString()).doesNotContain("Exception");
        get("/setup/x/events").then().statusCode(200).body(containsString("data:gone"));
        get("/setup/x").then().statusCode(404);
    }

    @Test
    void tellsAnOpenPageWhatIsNewUntilItsLinkIsReplaced() throws Exception {
        String id = registered("clinic-page", "live-page.com");
        Set<String> told = new ConcurrentSkipListSet<>();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + World.setupPath(id) + "/events"))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            var open = browser.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAcceptAsync(answer -> answer.body()
                            .filter(line -> line.startsWith("data:"))
                            .forEach(told::add));
            await().until(() -> told.size() == 1);

            World.checked("live-page.com", "MISSING", Instant.now());
            await().until(() -> told.size() == 2);
            oms().post("/v1/domains/" + id + "/setup-link").then().statusCode(200);

            await().until(() -> told.contains("data:gone"));
            assertThat(open).isNotCompletedExceptionally();
            browser.shutdownNow();
        }
    }

    @Test
    void leavesRoomForOtherPagesHoweverManyOfOneLinkAreOpen() {
        String path = World.setupPath(registered("clinic-page", "often-open-page.com"));
        String other = World.setupPath(registered("clinic-page", "once-open-page.com"));
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (int i = 0; i < 10; i++) {
                listen(browser, path, told::add);
            }
            await().until(() -> told.size() == 10);
            assertThat(told).doesNotContain("data:busy");

            assertThat(get(path + "/events").asString()).contains("data:busy");
            listen(browser, other, line -> told.add("other " + line));
            await().until(() -> told.size() == 11);

            assertThat(told).noneMatch(line -> line.contains("busy")).anyMatch(line -> line.startsWith("other data:"));
            browser.shutdownNow();
        }
    }

    private static void listen(HttpClient browser, String path, Consumer<String> told) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + path + "/events"))
                .build();
        var _ = browser.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(
                        answer -> answer.body()
                                .filter(line -> line.startsWith("data:"))
                                .forEach(told),
                        Thread::startVirtualThread);
    }

    private static String page(String id) {
        return get(World.setupPath(id)).then().statusCode(200).extract().asString();
    }
}
