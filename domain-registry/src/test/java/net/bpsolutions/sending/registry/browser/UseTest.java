package net.bpsolutions.sending.registry.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.bpsolutions.sending.registry.running.Parts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page by keyboard, on paper, over a slow line, and with a hostile zone behind it. */
@QuarkusTest
@WithTestResource(Parts.class)
@Tag("browser")
class UseTest {

    private static final String CLINIC = "clinic-use";
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final String FOCUSED =
            "(e => e.getAttribute('href') || e.innerText || e.id)(document.activeElement)";
    private static final String OUTLINE = "getComputedStyle(document.activeElement).outlineStyle";
    private static final String SHIFTS = """
            (() => { const found = []; const watch = new PerformanceObserver(() => {});
              watch.observe({type: 'layout-shift', buffered: true});
              watch.takeRecords().forEach(e => found.push(e.value)); return found.reduce((a, b) => a + b, 0); })()""";
    private static final String OCTETS = """
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(e => !e.name.endsWith('/events')).reduce((sum, e) => sum + e.transferSize, 0)""";
    private static final String PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0";
    private static final String FIRST_PAINT =
            "Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)";

    @Test
    void isUsedByKeyboardAlone() {
        Zone zone = Zone.of(CLINIC, "keyboard-use.com", "MISSING").seen();
        Browser browser = Browser.fresh().open(zone.path());
        List<String> stops = new ArrayList<>();

        for (int i = 0; i < 14; i++) {
            browser.press(Keys.TAB);
            stops.add(browser.ask(FOCUSED));
            assertThat(browser.ask(OUTLINE))
                    .as("outline of %s", stops.getLast())
                    .isEqualTo("solid");
        }

        assertThat(stops.getFirst()).isEqualTo("#main");
        assertThat(stops)
                .containsSubsequence("#main", "?lang=en", "?lang=de", "#record-1", "#record-2", "#record-3", "#proof")
                .containsSubsequence("#proof", "Check now", "#how");
        browser.find("dl.paste button.copy").sendKeys(Keys.ENTER);
        assertThat(browser.clipboard()).isEqualTo("mte1._domainkey");
        assertThat(browser.find("#live").getAttribute("textContent")).contains("Copied mte1._domainkey");
        browser.follow(() -> browser.button("Check now").sendKeys(Keys.ENTER));
        assertThat(browser.text()).contains("Asking your name servers");
    }

    /** Whatever has it: somebody who copies a value is not thrown back to the beginning by the check that is done. */
    @ParameterizedTest
    @ValueSource(strings = {"#host-2", "#check-now", "#to-record-1", "#no-mail-open", "#raw-open", "#finding-3-open"})
    void keepsTheFocusWhenSomethingIsNew(String place) {
        Zone zone = Zone.of(CLINIC, "focus-" + place.substring(1) + ".com", "MISSING")
                .seen();
        Browser browser = Browser.fresh().open(zone.path());
        browser.driver().executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
        browser.driver().executeScript("document.querySelector(arguments[0]).focus()", place);

        zone.good(0, "dkim1.mandrillapp.com").seen();

        await().until(() -> browser.text().contains("1 of 4 done"));
        assertThat(browser.ask("'#' + document.activeElement.id")).isEqualTo(place);
        assertThat(browser.all("details")).isNotEmpty().allMatch(each -> each.getAttribute("open") != null);
    }

    @Test
    void everythingThatTakesTheFocusCanGetItBack() {
        Zone zone = Zone.of(CLINIC, "named-use.com", "WRONG")
                .bad(0, "WRONG", List.of("dkim1.mandrilapp.com"), "WRONG_TARGET", Map.of())
                .bad(2, "WRONG", List.of("v=DMARC1 p=none", "v=DMARC1; p=none"), "MULTIPLE_RECORDS", Map.of())
                .seen();
        Browser browser = Browser.fresh().open(zone.path());

        assertThat(browser.ask("[...main.querySelectorAll('a, button, input, select, summary')]"
                        + ".filter(e => !e.id).map(e => e.outerHTML).join()"))
                .isEmpty();
        assertThat(browser.ask("[...document.querySelectorAll('[id]')].map(e => e.id)"
                        + ".filter((id, i, all) => all.indexOf(id) !== i).join()"))
                .isEmpty();
    }

    @Test
    void showsMarkupInAZoneAsText() {
        String nasty = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        Zone zone = Zone.of(CLINIC, "nasty-use.com", "OK")
                .bad(2, "WRONG", List.of(nasty), "SYNTAX", Map.of("position", nasty, "suggested", nasty))
                .seen();

        Browser browser = Browser.fresh().open(zone.path());

        assertThat(browser.text()).contains(nasty);
        assertThat(browser.ask("document.title")).doesNotContain("owned");
        assertThat(browser.all("main img, main script")).isEmpty();
        browser.inspect("setup-hostile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISSING", "WRONG", "OK"})
    void printsOnOnePage(String state) throws IOException {
        Zone zone = Zone.of(CLINIC, "printed-" + state.toLowerCase(Locale.ROOT) + ".com", state)
                .at("Cloudflare");
        if (state.equals("WRONG")) {
            zone.bad(0, state, List.of("dkim1.mandrilapp.com"), "WRONG_TARGET", Map.of())
                    .bad(2, state, List.of("v=DMARC1 p=none"), "SYNTAX", Map.of("position", "9"));
        }
        Browser browser = Browser.fresh().open(zone.seen().path());

        byte[] paper = browser.printed();

        Files.write(Browser.kept("printed-" + state + ".pdf"), paper);
        assertThat(PAGE.matcher(new String(paper, ISO_8859_1)).results().count())
                .isEqualTo(1);
    }

    /** The time is written down, not judged: it is that of this machine. */
    @ParameterizedTest
    @ValueSource(strings = {"setup", "guide"})
    void isLightAndDoesNotMoveWhileItLoads(String page) throws IOException {
        Zone zone = Zone.of(CLINIC, "light-" + page + ".com", "MISSING")
                .at("Cloudflare")
                .seen();
        Browser browser = Browser.fresh().on(Screen.PHONE).slowly(150, 200_000, 4);
        try {
            browser.open(page.equals("setup") ? zone.path() : "/guide?domain=light-guide.com");

            await().until(() -> browser.ask(PAINTED), "true"::equals);
            long octets = (long) Double.parseDouble(browser.ask(OCTETS));
            Path notes = Browser.kept("first-paint-" + page + ".txt");
            Files.writeString(
                    notes,
                    "%d octets in all, first contentful paint after %s ms (150 ms, 1.6 Mbit/s, processor 4 times slower)%n"
                            .formatted(octets, browser.ask(FIRST_PAINT)));
            assertThat(octets).isBetween(5_000L, 100_000L);
            assertThat(Double.parseDouble(browser.ask(SHIFTS))).isZero();
        } finally {
            browser.slowly(0, -1, 1);
        }
    }
}
