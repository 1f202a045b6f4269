package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everybody may see: pages, the API's description, health. */
@QuarkusTest
@WithTestResource(Parts.class)
class PagesTest {

    @Test
    void showsTheSetupPageToWhoeverHasItsLink() {
        String id = registered("clinic-8", "setup-clinic.com");
        World.checked("setup-clinic.com", "MISSING", Instant.now());
        await().until(() -> resource(id).findValuesAsText("state").contains("MISSING"));
        String path = setupPath(resource(id));

        String html = get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(html)
                .contains("mte1._domainkey.setup-clinic.com", "dkim2.mandrillapp.com", "v=DMARC1; p=none")
                .contains("There is no record at", "verification@bp-solutions.net")
                .doesNotContain("<script>", "style=", "onclick", "src=\"http", "href=\"http");
    }

    @Test
    void hidesEveryOtherSetupPage() {
        get("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404).contentType("text/html");
    }

    @Test
    void givesOutTokensThatCannotBeGuessed() {
        Set<String> tokens = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            String id = registered("clinic-8", "token" + i + "-clinic.com");
            tokens.add(setupPath(resource(id)).substring("/setup/".length()));
        }

        assertThat(tokens).hasSize(5).allSatisfy(token -> assertThat(token).hasSizeGreaterThanOrEqualTo(22));
    }

    @Test
    void tellsEverybodyTheInstructions() {
        get("/guide")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("mte1._domainkey.yourdomain.com"))
                .body(containsString("dkim2.mandrillapp.com"))
                .body(containsString("v=DMARC1; p=none"))
                .body(containsString("verification@bp-solutions.net"));
    }

    @Test
    void fillsInADomainEverywhere() {
        String html = get("/guide?domain=MyClinic.com&host=Hetzner").asString();

        assertThat(html)
                .contains("mte1._domainkey.myclinic.com", "<code>dkim1.mandrillapp.com.</code>", "_dmarc.myclinic.com")
                .contains("mandrill._domainkey.myclinic.com")
                .doesNotContain("._domainkey.yourdomain.com");
    }

    @Test
    void keepsTheDnsHostThatSomebodyChoseForTheGuide() {
        assertThat(get("/guide?domain=myclinic.com&host=Hetzner").asString())
                .contains("href=\"?lang=de&amp;domain=myclinic.com&amp;host=Hetzner\"")
                .contains("action=\"/guide?host=Hetzner#now\"")
                .contains("<input type=\"hidden\" name=\"host\" value=\"Hetzner\">");
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, belongs to a mail provider",
        "co.uk, many people register domains",
        "clinic.internal, private or special use",
        "<script>alert(1)</script>, not a domain name",
        "jane@myclinic.com, myclinic.com</a>"
    })
    void saysWhyADomainCannotBeFilledIn(String typed, String why) {
        given().queryParam("domain", typed)
                .get("/guide")
                .then()
                .statusCode(200)
                .body(containsString(why))
                .body(containsString("mte1._domainkey.yourdomain.com"))
                .body(not(containsString("<script>")));
    }

    @Test
    void tellsTheInstructionsInTheLanguageOfTheReader() {
        given().header("Accept-Language", "de")
                .get("/guide")
                .then()
                .header("Content-Language", "de")
                .body(containsString("Die zwei DKIM-Einträge anlegen"));
    }

    @Test
    void describesEveryCallOfTheContract() {
        JsonPath described =
                get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
        Map<String, Map<String, Object>> paths = described.getMap("paths");

        Set<String> calls = new TreeSet<>();
        paths.forEach((path, methods) ->
                methods.keySet().forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(calls)
                .containsExactlyInAnyOrder(
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
                        "PUT /v1/clinics/{clinicId}/own-account",
                        "DELETE /v1/clinics/{clinicId}/own-account",
                        "GET /v1/clinics/{clinicId}/own-account",
                        "GET /v1/senders/{address}",
                        "POST /v1/webhooks",
                        "GET /v1/webhooks",
                        "GET /v1/webhooks/{id}",
                        "DELETE /v1/webhooks/{id}",
                        "POST /v1/webhooks/{id}/secret",
                        "GET /setup/{token}",
                        "GET /setup/{token}/events",
                        "POST /setup/{token}/checks",
                        "POST /setup/{token}/challenges",
                        "POST /v1/domains/{id}/setup-link",
                        "GET /setup/{token}/notices",
                        "POST /setup/{token}/notices",
                        "GET /guide",
                        "POST /guide");
    }

    @Test
    void isAliveReadyAndStarted() {
        for (String check : new String[] {"live", "ready", "started"}) {
            get("/q/health/" + check).then().statusCode(200).body("status", equalTo("UP"));
        }
        oms().get("/q/health").then().statusCode(200);
    }

    private static String setupPath(JsonNode resource) {
        return URI.create(resource.path("setupUrl").asText()).getPath();
    }
}
