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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bpsolutions.sending.events.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of a clinic, as whoever holds its link sees and uses it. */
@QuarkusTest
@WithTestResource(Parts.class)
class SetupTest {

    private static final String UNKNOWN = "/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void countsWhatIsDoneAndNamesOneNextStep() {
        String id = registered("clinic-page", "counted-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "counted-page.com", "OK", Instant.now());
        found(check, 1, "MISSING", null, "MISSING");
        tell(id, check);

        assertThat(page(id))
                .contains(
                        "2 of 4 done", "Your next step", "There is no record at mte2._domainkey.counted-page.com yet.")
                .contains("Without it, the server that receives a mail")
                .contains("No CNAME RRset at mte2._domainkey.counted-page.com");
    }

    @Test
    void writesRecordsAsTheDnsHostWantsThem() {
        String id = registered("clinic-page", "hosted-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "hosted-page.com", "MISSING", Instant.now());
        tell(id, check.put("dnsHost", "Hetzner"));

        assertThat(page(id))
                .contains("kept at Hetzner", "<code>mte1._domainkey</code>", "<code>dkim1.mandrillapp.com.</code>")
                .contains("<code>v=DMARC1; p=none</code>");
    }

    @Test
    void showsAMistakeAsADifference() {
        String id = registered("clinic-page", "typing-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "typing-page.com", "OK", Instant.now());
        found(check, 0, "WRONG", "dkim1.mandrilapp.com", "WRONG_TARGET");
        tell(id, check);

        assertThat(page(id)).contains("<code>dkim1.mandril<ins>l</ins>app.com</code>");
    }

    @Test
    void showsANameThatWasEnteredTwiceAsADifference() {
        String id = registered("clinic-page", "twice-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "twice-page.com", "OK", Instant.now());
        found(check, 0, "MISSING", null, "DOUBLED_SUFFIX");
        ((ObjectNode) check.path("records").get(0).path("findings").get(0).path("args"))
                .put("found", "mte1._domainkey.twice-page.com.twice-page.com");
        tell(id, check);

        assertThat(page(id)).contains("<code>mte1._domainkey.twice-page.com<del>.twice-page.com</del></code>");
    }

    @Test
    void escapesWhatStrangersPutIntoTheirZone() {
        String id = registered("clinic-page", "nasty-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "nasty-page.com", "OK", Instant.now());
        found(check, 2, "WRONG", "<script>alert(1)</script>\" onmouseover=x '", "SYNTAX");
        ((ObjectNode) check.path("records").get(2).path("findings").get(0).path("args"))
                .put("suggested", "\"><img src=x onerror=alert(2)>");
        tell(id, check.put("dnsHost", "<b>host</b>"));

        assertThat(page(id))
                .contains("&lt;script&gt;alert(1)", "&quot;&gt;&lt;img src=x")
                .doesNotContain("<script>", "<img", "<b>host", "\" onmouseover");
    }

    @Test
    void showsTheMergedSpfRecordAsAdvice() {
        String id = registered("clinic-page", "merged-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "merged-page.com", "MISSING", Instant.now());
        ObjectNode spf = ((ArrayNode) check.path("records")).addObject();
        spf.put("purpose", "SPF").put("name", "merged-page.com").put("state", "WRONG");
        spf.putArray("found").add("v=spf1 mx -all");
        spf.putNull("ttl")
                .putArray("findings")
                .addObject()
                .put("code", "INCLUDE_MISSING")
                .put("severity", "WARNING")
                .putObject("args")
                .put("suggested", "v=spf1 mx include:spf.mandrillapp.com -all");
        tell(id, check);

        assertThat(page(id))
                .contains("Advice, if you like", "<code>v=spf1 mx <ins>include:spf.mandrillapp.com </ins>-all</code>");
    }

    @Test
    void tellsNothingOfAnotherClaimant() {
        String id = registered("clinic-page", "claimed-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "claimed-page.com", "OK", Instant.now());
        ObjectNode other = ((ArrayNode) check.path("records")).addObject();
        other.put("purpose", "OWNERSHIP")
                .put("name", "_bp-othersecret.claimed-page.com")
                .put("state", "MISSING");
        other.putNull("ttl").putArray("found");
        other.putArray("findings");
        tell(id, check);

        assertThat(page(id)).contains("Latest answers").doesNotContain("othersecret");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        String path = path(registered("clinic-page", "spoken-page.com"));

        given().header("Accept-Language", "de-DE,de;q=0.9")
                .get(path)
                .then()
                .header("Content-Language", "de")
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("Ihr nächster Schritt"));
        given().header("Accept-Language", "de").get(path + "?lang=en").then().body(containsString("Your next step"));
    }

    @Test
    void keepsTheLinkToItself() {
        Response answer = get(path(registered("clinic-page", "quiet-page.com")));

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
        String before = path(id);
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

        Response answer = given().redirects().follow(false).post(path(id) + "/checks?lang=de");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(path(id) + "?asked=").endsWith("&lang=de#next");
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
            given().redirects().follow(false).post(path(id) + "/checks").then().statusCode(303);
        }

        given().post(path(id) + "/checks")
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
                    .post(path(id) + "/challenges")
                    .then()
                    .statusCode(303)
                    .header("Location", startsWith(path(id)));
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
                    .post(path(id) + "/challenges")
                    .then()
                    .statusCode(422)
                    .contentType("text/html")
                    .body(containsString("the part before the @"));
        }
        given().contentType("text/plain")
                .body("%%%")
                .post(path(id) + "/challenges")
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
                    .post(path(id) + "/challenges?mailbox=jane" + i)
                    .then()
                    .statusCode(303);
        }

        given().post(path(id) + "/challenges?mailbox=jane")
                .then()
                .statusCode(429)
                .body(containsString("Many messages were sent"));
    }

    @Test
    void passesOverWhatItCannotUnderstand() {
        String path = path(registered("clinic-page", "odd-page.com"));

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
                        URI.create("http://localhost:" + RestAssured.port + path(id) + "/events"))
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
        }
    }

    @Test
    void isSmall() {
        String id = registered("clinic-page", "small-page.com");
        World.checked("small-page.com", "MISSING", Instant.now());
        await().until(() -> resource(id).findValuesAsText("state").contains("MISSING"));

        int octets = 0;
        for (String part : List.of(path(id), "/pages.css", "/pages.js", "/setup.js")) {
            octets += get(part).then().statusCode(200).extract().asByteArray().length;
        }
        assertThat(octets).isLessThan(100_000);
    }

    private static void found(ObjectNode check, int record, String state, @Nullable String found, String code) {
        ObjectNode entry = (ObjectNode) check.path("records").get(record);
        entry.put("state", state);
        ArrayNode there = entry.putArray("found");
        if (found != null) {
            there.add(found);
        }
        entry.putArray("findings")
                .addObject()
                .put("code", code)
                .put("severity", "ERROR")
                .putObject("args");
    }

    private static void tell(String id, ObjectNode check) {
        World.publish(Topic.DNS_CHECKED, check.path("domain").asText(), check.toString());
        await().until(() -> !resource(id).path("lastCheckedAt").isNull());
    }

    private static String page(String id) {
        return get(path(id)).then().statusCode(200).extract().asString();
    }

    private static String path(String id) {
        return URI.create(resource(id).path("setupUrl").asText()).getPath();
    }
}
