package net.bpsolutions.sending.registry.console;

import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import org.junit.jupiter.api.Test;

/** What became of mails, on a domain's page. */
@QuarkusTest
@WithTestResource(Parts.class)
class MailsTest {

    @Test
    void addsUpSevenAndThirtyDaysTodayIncluded() {
        String id = registered("clinic-mails", "mails-added-up.com");
        counted("clinic-mails", "mails-added-up.com", 0, "ACCEPTED", 1);
        counted("clinic-mails", "mails-added-up.com", 6, "ACCEPTED", 20);
        counted("clinic-mails", "mails-added-up.com", 7, "ACCEPTED", 300);
        counted("clinic-mails", "mails-added-up.com", 29, "ACCEPTED", 4_000);
        counted("clinic-mails", "mails-added-up.com", 30, "ACCEPTED", 50_000);
        counted("clinic-mails", "mails-added-up.com", 8, "BOUNCED", 9);

        String page = page(id);

        assertThat(line(page, "ACCEPTED")).containsSubsequence(">21</td>", ">4321</td>");
        assertThat(line(page, "BOUNCED")).containsSubsequence(">0</td>", ">9</td>");
        assertThat(line(page, "EXPIRED")).containsSubsequence(">0</td>", ">0</td>");
        assertThat(page.split("<th scope=\"row\">20", -1))
                .as("a line for each day")
                .hasSize(31);
    }

    @Test
    void showsNothingOfAnotherDomainNorOfAnotherClinic() {
        String id = registered("clinic-mails-own", "mails-own.com");
        counted("clinic-mails-own", "mails-other.com", 1, "REJECTED", 77_001);
        counted("clinic-mails-other", "mails-own.com", 1, "REJECTED", 77_001);

        assertThat(page(id))
                .contains("No mail was sent for this domain in the last 30 days")
                .doesNotContain("77001");
    }

    @Test
    void saysHowManyOutcomesOfTheClinicNameNoDomain() {
        String id = registered("clinic-mails-untold", "mails-untold.com");
        counted("clinic-mails-untold", "", 1, "EXPIRED", 40);
        counted("clinic-mails-untold", "", 2, "REJECTED", 2);

        assertThat(page(id)).contains("42 more outcomes of this clinic").contains("No mail was sent for this domain");
    }

    private static void counted(String clinic, String domain, int daysAgo, String outcome, long amount) {
        Tables.sql(
                "insert into registry.delivery_count values ('%s', '%s', (now() at time zone 'UTC')::date - %d, '%s', %d)"
                        .formatted(clinic, domain, daysAgo, outcome, amount));
    }

    private static String page(String id) {
        return Operator.browser().get("/console/domains/" + id).asString();
    }

    private static String line(String page, String outcome) {
        String table = page.substring(page.indexOf("<table class=\"outcomes\">"));
        return table.lines()
                .filter(line -> line.contains(">" + outcome + "<"))
                .findFirst()
                .orElseThrow();
    }
}
