package net.bpsolutions.sending.registry.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clinic follows its link from registration to its own name, and sees each record arrive. */
@QuarkusTest
@WithTestResource(Parts.class)
@Tag("browser")
class JourneyTest {

    private static final String CLINIC = "clinic-browser";

    @Test
    void leadsFromRegistrationToVerifiedRecordByRecord() {
        String domain = "browser-journey.com";
        String id = World.registered(CLINIC, domain);
        Browser browser = Browser.fresh().open(setupPath(id));
        assertThat(browser.text()).contains(domain, "mte1._domainkey", "dkim2.mandrillapp.com", "v=DMARC1; p=none");
        browser.inspect("setup-at-first");

        for (int there = 0; there <= 3; there++) {
            report(domain, there);
            int inPlace = there;
            await().atMost(Duration.ofSeconds(20)).until(() -> okay(id) == inPlace);
            browser.open(setupPath(id));
            assertThat(browser.all(".record.good, .records tr.done")).hasSize(there);
        }
        browser.inspect("setup-records-in-place");
        World.proven(id, CLINIC, domain, "EMAIL_FORWARD");
        World.eventually(id, "VERIFIED");

        browser.open(setupPath(id)).inspect("setup-verified");
        assertThat(browser.all(".hero.is-done, .status.good")).isNotEmpty();
    }

    @Test
    void tellsTheSameWithoutScripts() {
        String id = World.registered(CLINIC, "browser-no-script.com");
        String withScripts = Browser.fresh().open(setupPath(id)).text();

        String without = Browser.fresh().scripts(false).open(setupPath(id)).text();

        assertThat(without).contains("browser-no-script.com", "dkim1.mandrillapp.com");
        assertThat(without.length()).isGreaterThan(withScripts.length() / 2);
    }

    @Test
    void showsTheGuideOnEveryScreen() {
        Browser browser = Browser.fresh().open("/guide");

        browser.inspect("guide");

        assertThat(browser.text()).contains("yourdomain.com");
    }

    @Test
    void hidesAPageWhoseLinkIsNotKnown() {
        Browser browser = Browser.fresh().open("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        browser.inspect("setup-not-found");

        assertThat(browser.text()).doesNotContain("_domainkey");
    }

    /** The verifier finds the first few of the three records. */
    private static void report(String domain, int there) {
        ObjectNode check = World.check(UUID.randomUUID(), domain, "MISSING", Instant.now());
        for (int i = 0; i < there; i++) {
            ObjectNode entry = (ObjectNode) check.path("records").path(i);
            entry.put("state", "OK").putArray("findings");
        }
        World.publish(Topic.DNS_CHECKED, domain, check.toString());
    }

    private static long okay(String id) {
        List<String> states = World.resource(id).findValuesAsText("state");
        return states.contains("UNKNOWN")
                ? -1
                : states.stream().filter("OK"::equals).count();
    }

    private static String setupPath(String id) {
        return URI.create(World.resource(id).path("setupUrl").asText()).getPath();
    }
}
