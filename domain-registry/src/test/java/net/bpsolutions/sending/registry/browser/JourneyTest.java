package net.bpsolutions.sending.registry.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic follows its link from registration to its own name, and sees each record arrive. */
@QuarkusTest
@WithTestResource(Parts.class)
@Tag("browser")
class JourneyTest {

    private static final String CLINIC = "clinic-browser";
    private static final String UNTOLD = """
            window.asked = [];
            window.fetch = () => new Promise(answer => asked.push(answer));
            window.EventSource = class { constructor() { window.source = this; } close() {} };
            document.head.append(Object.assign(document.createElement("script"), {src: "/setup.js"}));""";
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void leadsFromRegistrationToVerifiedWithoutAReload() {
        String domain = "browser-journey.com";
        Zone zone = Zone.of(CLINIC, domain, "MISSING");
        Browser browser = Browser.fresh().open(zone.path());
        browser.driver().executeScript("window.stayed = true");

        zone.seen();
        eventually(browser, "0 of 4 done", "There is no record at mte1._domainkey.browser-journey.com yet.");
        browser.inspect("setup-0-of-4");
        zone.good(0, "dkim1.mandrillapp.com").seen();
        eventually(browser, "1 of 4 done", "There is no record at mte2._domainkey.browser-journey.com yet.");
        zone.good(1, "dkim2.mandrillapp.com").seen();
        eventually(browser, "2 of 4 done", "There is no DMARC record for browser-journey.com yet.");
        browser.inspect("setup-2-of-4");
        zone.good(2, "v=DMARC1; p=none").seen();
        eventually(browser, "3 of 4 done", "Get the message and forward it");
        browser.inspect("setup-3-of-4");
        World.proven(zone.id(), CLINIC, domain, "EMAIL_FORWARD");

        eventually(browser, "4 of 4 done", "Your mail leaves under your own name.");
        assertThat(browser.find("#live").getAttribute("textContent")).isEqualTo("4 of 4 done");
        assertThat(browser.ask("window.stayed")).isEqualTo("true");
        assertThat(World.resource(zone.id()).path("status").asText()).isEqualTo("VERIFIED");
        browser.inspect("setup-verified");
    }

    /** Once more and not again, whatever the page then says of itself. */
    @Test
    void asksOnceMoreForWhatItWasToldWhileItAsked() {
        Zone zone = Zone.of(CLINIC, "browser-told-twice.com", "MISSING").seen();
        Browser browser = Browser.fresh().open(zone.path());
        browser.driver().executeScript(UNTOLD);
        await().until(() -> browser.ask("typeof window.source").equals("object"));

        browser.driver().executeScript("source.onmessage({data: 'one'}); source.onmessage({data: 'two'});");
        assertThat(browser.ask("asked.length")).isEqualTo("1");
        answerAsItIs(browser);
        assertThat(browser.ask("asked.length")).isEqualTo("2");
        answerAsItIs(browser);
        assertThat(browser.ask("asked.length")).isEqualTo("2");
    }

    /** Nothing will be told; what is new is asked for whenever the browser comes back. */
    @Test
    void asksForWhatIsNewWhenTooManyAreTold() {
        Zone zone = Zone.of(CLINIC, "browser-busy.com", "MISSING").seen();
        Browser browser = Browser.fresh().open(zone.path());
        browser.driver().executeScript(UNTOLD);
        await().until(() -> browser.ask("typeof window.source").equals("object"));

        browser.driver().executeScript("source.onmessage({data: 'busy'});");

        assertThat(browser.ask("asked.length")).isEqualTo("1");
    }

    @Test
    void showsTheCheckThatWasAskedForUntilItIsDone() {
        Zone zone = Zone.of(CLINIC, "browser-checking.com", "MISSING").seen();
        Browser browser = Browser.fresh().open(zone.path());

        browser.follow(browser.button("Check now")::click);
        assertThat(browser.all("progress")).hasSize(1);
        assertThat(browser.text()).contains("Asking your name servers since");
        browser.inspect("setup-checking");
        zone.seen();

        await().atMost(SOON).until(() -> browser.all("progress").isEmpty());
        assertThat(browser.text()).contains("Last looked at");
        assertThat(World.on(Topic.DNS_CHECK_REQUESTED, "browser-checking.com"))
                .extracting(order -> World.json(order).path("reason").asText())
                .contains("ON_DEMAND");
    }

    @Test
    void checksWithoutScripts() {
        Zone zone = Zone.of(CLINIC, "browser-plain-check.com", "MISSING").seen();
        Browser browser = Browser.fresh().scripts(false).open(zone.path());

        browser.follow(browser.button("Check now")::click);
        assertThat(browser.all("progress")).hasSize(1);
        assertThat(browser.driver().getPageSource())
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>");
        zone.good(0, "dkim1.mandrillapp.com").seen();
        browser.driver().navigate().refresh();

        assertThat(browser.all("progress")).isEmpty();
        assertThat(browser.text()).contains("1 of 4 done");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsTheVerificationMessage(boolean scripts) {
        String domain = "browser-mail-" + scripts + ".com";
        Zone zone = Zone.of(CLINIC, domain, "OK").seen();
        Browser browser = Browser.fresh().scripts(scripts).open(zone.path());

        browser.find("#mailbox").sendKeys("jane");
        browser.follow(browser.button("Send me the message")::click);

        assertThat(browser.text()).contains("on its way to jane@" + domain);
        await().until(() -> World.on(Topic.CHALLENGE_REQUESTED, domain).size() == 1);
    }

    @Test
    void saysWhatIsWrongWithAMailbox() {
        Zone zone = Zone.of(CLINIC, "browser-mailbox.com", "OK").seen();
        Browser browser = Browser.fresh().open(zone.path());

        browser.find("#mailbox").sendKeys("jane@elsewhere.com");
        browser.follow(browser.button("Send me the message")::click);

        assertThat(browser.find("[role=alert]").getText()).contains("the part before the @");
        assertThat(browser.address()).endsWith(zone.path());
        browser.inspect("setup-refused-mailbox");
    }

    @Test
    void keepsTheDnsHostThatSomebodyChose() {
        Zone zone = Zone.of(CLINIC, "browser-chosen.com", "OK").seen();
        Browser browser = Browser.fresh().open(zone.path() + "?host=Hetzner&lang=de");

        browser.find("#mailbox").sendKeys("jane@elsewhere.com");
        browser.follow(() -> browser.find("#proof-send").click());

        assertThat(browser.address()).contains(zone.path() + "?").contains("host=Hetzner", "lang=de");
        assertThat(browser.find("#how-title").getText()).contains("Hetzner");
        browser.follow(() -> browser.find("#check-now").click());
        assertThat(browser.address()).contains("host=Hetzner", "lang=de", "asked=");
        assertThat(browser.find("#how-title").getText()).contains("Hetzner");
    }

    @Test
    void leadsNowhereOnceTheLinkWasReplaced() {
        Zone zone = Zone.of(CLINIC, "browser-replaced.com", "MISSING").seen();
        String before = zone.path();
        Browser browser = Browser.fresh().open(before);

        World.oms().post("/v1/domains/" + zone.id() + "/setup-link").then().statusCode(200);

        await().atMost(SOON).until(() -> browser.text().contains("does not lead anywhere"));
        browser.inspect("setup-not-found");
        assertThat(browser.open(before).text()).doesNotContain("_domainkey", "browser-replaced.com");
    }

    @Test
    void tellsTheSameWithoutScripts() {
        Zone zone = Zone.of(CLINIC, "browser-no-script.com", "MISSING")
                .bad(0, "WRONG", List.of("dkim1.mandrilapp.com"), "WRONG_TARGET", Map.of())
                .seen();
        Browser browser = Browser.fresh().scripts(false).open(zone.path());

        assertThat(browser.text())
                .contains("browser-no-script.com", "Should be", "dkim1.mandrillapp.com", "How to enter a record");
        assertThat(browser.all("button.copy")).noneMatch(button -> button.isDisplayed());
        browser.picture("setup-without-scripts");
    }

    @Test
    void speaksGermanOnEveryScreen() {
        Zone zone = Zone.of(CLINIC, "browser-deutsch.com", "MISSING")
                .at("IONOS")
                .bad(
                        0,
                        "MISSING",
                        List.of(),
                        "DOUBLED_SUFFIX",
                        Map.of("found", "mte1._domainkey.browser-deutsch.com.browser-deutsch.com"))
                .seen();
        Browser browser = Browser.fresh().open(zone.path() + "?lang=de");

        browser.inspect("setup-german");

        assertThat(browser.text()).contains("Ihr nächster Schritt", "0 von 4").doesNotContain("Your next step");
    }

    private static void answerAsItIs(Browser browser) {
        browser.driver().executeScript("""
                const html = document.documentElement.outerHTML;
                document.getElementById("main").dataset.old = "";
                asked.at(-1)(new Response(html));""");
        await().until(() -> browser.all("[data-old]").isEmpty());
    }

    private static void eventually(Browser browser, String count, String next) {
        await().atMost(SOON)
                .until(() -> browser.text().contains(count) && browser.text().contains(next));
    }
}
