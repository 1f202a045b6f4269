package net.bpsolutions.sending.registry.console;

import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import net.bpsolutions.sending.registry.paging.Cursor;
import net.bpsolutions.sending.registry.running.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console finds, and that whatever was typed is shown as text. */
@QuarkusTest
@WithTestResource(Parts.class)
class SearchTest {

    @Test
    void showsAScriptInAClinicsIdAsText() {
        String clinic = "<script>alert(1)<.script>&\"'";
        String id = registered(clinic, "script-clinic.com");

        for (String page : List.of("/console?domain=script-clinic", "/console/domains/" + id)) {
            assertThat(Operator.browser().get(page).asString())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script", "\"'\"");
        }
        Operator.browser()
                .queryParam("id", clinic)
                .get("/console/clinic")
                .then()
                .statusCode(200)
                .body(containsString("script-clinic.com"))
                .body(not(containsString("<script")));
    }

    @Test
    void showsWhatWasTypedAsText() {
        Operator.browser()
                .queryParam("domain", "\"><script>alert(1)</script>")
                .get("/console")
                .then()
                .statusCode(200)
                .body(not(containsString("<script")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=GONE", "only=SOME", "cursor=abc", "cursor=Y29uc29sZS1uYW1lc35h"})
    void refusesFiltersThatThereAreNot(String query) {
        Operator.browser().get("/console?" + query).then().statusCode(400).contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain=%00", "clinic=%00", "clinic=a%0ab"})
    void refusesWhatNoNameCanHave(String query) {
        refused("/console?" + query);
    }

    @Test
    void refusesACursorWithWhatNoNameCanHave() {
        refused("/console?clinic=clinic-console&cursor="
                + Cursor.encode("console-names", "a\0~00000000-0000-0001-0000-000000000002"));
    }

    /** No database counts as far. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "before=%2B300000-01-01T00:00:00Z",
                "before=-300000-01-01T00:00:00Z",
                "at=%2B300000-01-01T00:00",
                "at=%2B999999999-12-31T23:59:59.999999999"
            })
    void refusesTimesThatAreNotOurs(String query) {
        String id = registered("clinic-console-time", "far-off-" + Integer.toHexString(query.hashCode()) + ".com");

        refused("/console/domains/" + id + "?" + query);
    }

    private static void refused(String address) {
        Operator.browser()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("text/html");
    }

    @Test
    void findsDomainsByHowTheyBeginPageByPage() {
        for (int i = 0; i < 60; i++) {
            registered("clinic-console-many", "prefix-search-%02d.com".formatted(i));
        }
        registered("clinic-console-many", "prefixxsearch.com");

        String first = Operator.browser().get("/console?domain=Prefix-Search").asString();
        String next = first.replaceAll("(?s).*<a class=\"button\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        String second = Operator.browser().urlEncodingEnabled(false).get(next).asString();

        assertThat(first)
                .contains("prefix-search-00.com", "prefix-search-49.com")
                .doesNotContain("prefix-search-50.com");
        assertThat(second)
                .contains("prefix-search-50.com", "prefix-search-59.com")
                .doesNotContain("prefix-search-49.com");
        assertThat(first + second).doesNotContain("prefixxsearch.com");
        assertThat(Operator.browser().get("/console?domain=prefix_search").asString())
                .contains("Nothing is registered that fits");
    }

    @Test
    void narrowsToAClinicAndAStatus() {
        String id = registered("clinic-console-one", "only-of-one.com");

        assertThat(Operator.browser()
                        .get("/console?clinic=clinic-console-one&status=PENDING")
                        .asString())
                .contains(id);
        assertThat(Operator.browser()
                        .get("/console?clinic=clinic-console-one&status=VERIFIED")
                        .asString())
                .doesNotContain(id);
    }
}
