package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of a clinic, as whoever holds its link sees it. */
@QuarkusTest
@WithTestResource(Parts.class)
class SetupTest {

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
        String path = World.setupPath(registered("clinic-page", "spoken-page.com"));

        given().header("Accept-Language", "de-DE,de;q=0.9")
                .get(path)
                .then()
                .header("Content-Language", "de")
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("Ihr nächster Schritt"));
        given().header("Accept-Language", "de").get(path + "?lang=en").then().body(containsString("Your next step"));
    }

    /** A record of its own would override what the domain above says of its subdomains. */
    @Test
    void hasNothingEnteredWhereTheRecordOfTheDomainAboveCounts() {
        String id = registered("clinic-page", "clinic.inherited-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "clinic.inherited-page.com", "OK", Instant.now());
        found(check, 2, "OK", "v=DMARC1; p=none; sp=reject", "INHERITED");
        tell(id, check);

        assertThat(page(id))
                .contains("Nothing to enter: the record of the domain above counts.")
                .doesNotContain("data-copy=\"v=DMARC1");
        assertThat(get(World.setupPath(id) + "?lang=de").asString()).contains("Nichts einzutragen:");
    }

    @Test
    void asksWhoeverKeepsTheWebsiteForWhatIsNotInPlaceOnly() {
        String id = registered("clinic-page", "letter-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "letter-page.com", "OK", Instant.now());
        found(check, 1, "MISSING", null, "MISSING");
        tell(id, check);

        String letter = page(id).replaceAll("(?s).*href=\"(mailto:\\?subject[^\"]*)\".*", "$1");

        assertThat(letter).contains("mte2._domainkey.letter-page.com").doesNotContain("mte1._", "_dmarc", "DMARC1");
    }

    @Test
    void pastesNothingOverAPolicyThatIsNotKnownToBeWrong() {
        String id = registered("clinic-page", "bogus-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "bogus-page.com", "OK", Instant.now());
        found(check, 2, "UNKNOWN", "v=DMARC1; p=reject", "DNSSEC_BOGUS");
        tell(id, check);

        assertThat(page(id))
                .contains("data-copy=\"v=DMARC1; p=reject\"")
                .doesNotContain("v=DMARC1; p=none", "<dl class=\"compare\">");
    }

    /** Support wants to see what the verifier recognised. */
    @Test
    void keepsTheDnsHostThatSomebodyChoseAndTellsSupportTheOther() {
        String id = registered("clinic-page", "chosen-page.com");
        ObjectNode check = World.check(UUID.randomUUID(), "chosen-page.com", "MISSING", Instant.now());
        tell(id, check.put("dnsHost", "GoDaddy"));
        String path = World.setupPath(id);

        String html = get(path + "?host=Hetzner").asString();

        assertThat(html)
                .contains("<dt>DNS host</dt><dd>GoDaddy</dd>", "kept at Hetzner")
                .contains(
                        "href=\"?lang=de&amp;host=Hetzner\"", "href=\"/guide?domain=chosen-page.com&amp;host=Hetzner\"")
                .contains("action=\"" + path + "/checks?host=Hetzner\"");
        assertThat(given().redirects()
                        .follow(false)
                        .post(path + "/checks?host=Hetzner")
                        .header("Location"))
                .startsWith(path + "?asked=")
                .endsWith("&host=Hetzner#next");
        assertThat(given().queryParam("host", "a\">&b").get(path).asString())
                .contains("host=a%22%3E%26b")
                .doesNotContain("a\">&");
    }

    @Test
    void isSmall() {
        String id = registered("clinic-page", "small-page.com");
        World.checked("small-page.com", "MISSING", Instant.now());
        await().until(() -> resource(id).findValuesAsText("state").contains("MISSING"));

        int octets = 0;
        for (String part : List.of(World.setupPath(id), "/pages.css", "/pages.js", "/setup.js")) {
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
        return get(World.setupPath(id)).then().statusCode(200).extract().asString();
    }
}
