package net.bpsolutions.sending.registry.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import net.bpsolutions.sending.registry.running.Tokens;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** An operator signs in, finds a domain, asks what happened at night, and acts. */
@QuarkusTest
@WithTestResource(Parts.class)
@Tag("browser")
class ConsoleJourneyTest {

    private static final String CLINIC = "clinic-console-journey";

    @Test
    void leadsFromSigningInToASuspendedDomainAndBack() {
        String id = verified("console-journey.com");
        Browser browser = Browser.fresh().scripts(false).open("/console?domain=console-jour");
        signIn(browser, Tokens.with("operator"));
        assertThat(browser.address()).endsWith("/console?domain=console-jour");

        browser.follow(browser.find(".list tbody th a")::click);
        browser.find(".act summary").click();
        browser.find(".act input[type=checkbox]").click();
        browser.follow(browser.button("Suspend")::click);

        assertThat(browser.text()).contains("SUSPENDED", "Mail of this domain leaves from the fallback address");
        assertThat(World.resource(id).path("status").asText()).isEqualTo("SUSPENDED");
        browser.find(".act summary").click();
        browser.find(".act input[type=checkbox]").click();
        browser.follow(browser.button("Lift the suspension")::click);
        assertThat(World.resource(id).path("status").asText()).isEqualTo("VERIFIED");
    }

    @Test
    void doesNothingWithoutTheTick() {
        String id = verified("console-unticked.com");
        Browser browser = signedIn("/console/domains/" + id);

        browser.find(".act summary").click();
        browser.button("Suspend").click();

        assertThat(browser.address()).endsWith("/console/domains/" + id);
        assertThat(World.resource(id).path("status").asText()).isEqualTo("VERIFIED");
    }

    @Test
    void showsNothingToWhoeverIsNoOperator() {
        Browser browser = Browser.fresh().open("/console");
        browser.inspect("console-sign-in");

        signIn(browser, Tokens.with("domains:read"));

        assertThat(browser.text()).contains("does not have the role").doesNotContain("Breaker");
        assertThat(browser.driver().manage().getCookies()).isEmpty();
    }

    @Test
    void forgetsTheOperatorOnSigningOut() {
        Browser browser = signedIn("/console/breaker");

        browser.follow(browser.button("Sign out")::click);

        assertThat(browser.text()).contains("Operator's token");
        assertThat(browser.open("/console/breaker").text()).contains("Operator's token");
    }

    @Test
    void canBeUsedByKeyboardAlone() {
        verified("console-keyboard.com");
        Browser browser = signedIn("/console");
        WebElement field = browser.find("#domain");

        browser.follow(() -> field.sendKeys("console-keyb", Keys.ENTER));
        browser.follow(() -> browser.find(".list tbody th a").sendKeys(Keys.ENTER));
        browser.find(".act summary").sendKeys(Keys.ENTER);
        browser.find(".act input[type=checkbox]").sendKeys(Keys.SPACE);
        browser.follow(() -> browser.button("Suspend").sendKeys(Keys.ENTER));

        assertThat(browser.text()).contains("SUSPENDED");
    }

    @Test
    void looksRightOnEveryScreen() {
        String id = verified("console-story.com");
        Instant now = Instant.now();
        for (int hours = 30; hours > 26; hours--) {
            World.checked("console-story.com", "MISSING", now.minus(Duration.ofHours(hours)));
        }
        await().until(() ->
                Tables.number("select count(*) from registry.past_check where registration_id = '" + id + "'") >= 5);
        for (int i = 0; i < 4; i++) {
            World.register(CLINIC, "console-line-" + i + ".com");
        }
        String flagged = World.registered(CLINIC, "\u0441onsole-flagged.com");

        signedIn("/console?clinic=" + CLINIC).inspect("console-list");
        Browser browser = signedIn("/console/domains/" + id);
        assertThat(browser.text()).contains("Facts", "Story");
        browser.inspect("console-domain");
        browser.open("/console/domains/" + id + "?at=" + now.toString().substring(0, 16))
                .inspect("console-domain-at-a-moment");
        browser.open("/console/domains/" + flagged);
        browser.all(".act summary").forEach(WebElement::click);
        browser.inspect("console-domain-flagged");
        browser.open("/console/clinic?id=" + CLINIC).inspect("console-clinic");
        assertThat(browser.text()).contains("Provider account of its own");
        browser.open("/console/breaker").inspect("console-breaker");
        assertThat(browser.text()).contains("Demotions are");
        browser.open("/console?status=GONE").inspect("console-refused");

        assertThat(browser.text()).contains("is not one of the choices");
    }

    private static Browser signedIn(String page) {
        Browser browser = Browser.fresh().open(page);
        signIn(browser, Tokens.with("operator"));
        return browser;
    }

    private static void signIn(Browser browser, String token) {
        browser.find("#token").sendKeys(token);
        browser.follow(browser.button("Sign in")::click);
    }

    private static String verified(String domain) {
        String id = World.registered(CLINIC, domain);
        World.checked(domain, "OK", Instant.now().minus(Duration.ofHours(40)));
        World.checked(domain, "OK", Instant.now());
        World.proven(id, CLINIC, domain, "EMAIL_FORWARD");
        World.eventually(id, "VERIFIED");
        return id;
    }
}
