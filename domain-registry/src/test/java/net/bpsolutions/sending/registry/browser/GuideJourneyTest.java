package net.bpsolutions.sending.registry.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Somebody reads the guide, types a domain, and asks what is there now. */
@QuarkusTest
@WithTestResource(Parts.class)
@Tag("browser")
class GuideJourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fillsInADomainAndShowsWhatIsThereNow(boolean scripts) {
        String domain = "guided-" + scripts + ".com";
        Browser browser = Browser.fresh().scripts(scripts).open("/guide");
        assertThat(browser.text()).contains("yourdomain.com");
        if (scripts) {
            browser.inspect("guide");
        }

        browser.follow(() -> browser.find("#domain").sendKeys(domain, Keys.ENTER));
        assertThat(browser.text()).contains("mte1._domainkey." + domain);
        CompletableFuture<Void> verifier = CompletableFuture.runAsync(() -> answer(domain));
        browser.follow(browser.button("Check what is there now")::click);
        verifier.join();

        assertThat(browser.find("#now").getText()).contains("2 of 3 records are in place", "Should be", "WRONG_TARGET");
        assertThat(browser.text()).contains("How to enter a record at GoDaddy");
        if (scripts) {
            browser.inspect("guide-checked");
        }
    }

    private static void answer(String domain) {
        await().until(() -> !World.on(Topic.DNS_CHECK_REQUESTED, domain).isEmpty());
        String order = World.json(World.on(Topic.DNS_CHECK_REQUESTED, domain).getFirst())
                .path("id")
                .asText();
        ObjectNode check = World.check(UUID.randomUUID(), domain, "OK", Instant.now());
        ObjectNode wrong = (ObjectNode) check.path("records").get(0);
        wrong.put("state", "WRONG").putArray("found").add("dkim1.mandrilapp.com");
        wrong.putArray("findings")
                .addObject()
                .put("code", "WRONG_TARGET")
                .put("severity", "ERROR")
                .putObject("args");
        check.put("causeId", order).put("dnsHost", "GoDaddy");
        World.publish(Topic.DNS_CHECKED, domain, check.toString());
    }
}
