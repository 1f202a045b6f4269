package net.bpsolutions.sending.registry.console;

import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.registry.running.Parts;
import net.bpsolutions.sending.registry.running.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console tells of one domain: now, and at a moment. */
@QuarkusTest
@WithTestResource(Parts.class)
class StoryTest {

    @Test
    void tellsWhatWasSoAtAMoment() {
        String id = registered("clinic-console", "at-night.com");
        Tables.sql("update registry.past_transition set occurred_at = '2026-03-01T02:00:00Z' where registration_id = '"
                + id + "'");
        Tables.sql("""
                insert into registry.past_transition (registration_id, sequence, occurred_at, status, sending_as, previous_status, cause, event_id)
                values ('%s', 2, '2026-03-01T03:10:07Z', 'LAPSED', 'FALLBACK', 'PENDING', 'grace-over', gen_random_uuid())""".formatted(id));

        String then = Operator.browser()
                .get("/console/domains/" + id + "?at=2026-03-01T03:10")
                .asString();
        String before = Operator.browser()
                .get("/console/domains/" + id + "?at=2026-03-01T03:00")
                .asString();
        String longBefore = Operator.browser()
                .get("/console/domains/" + id + "?at=2020-01-01T00:00")
                .asString();

        assertThat(then).contains("LAPSED, sending as FALLBACK, since 2026-03-01 03:10:07 UTC");
        assertThat(then).contains("until the grace period was over");
        assertThat(before).contains("PENDING, sending as FALLBACK, since 2026-03-01 02:00:00 UTC");
        assertThat(longBefore).contains("Nothing is known of that time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:12", "yesterday", "2026-13-01T00:00", "<script>"})
    void refusesWhatIsNoMoment(String at) {
        String id = registered("clinic-console", "no-moment-" + Integer.toHexString(at.hashCode()) + ".com");

        Operator.browser()
                .queryParam("at", at)
                .get("/console/domains/" + id)
                .then()
                .statusCode(400)
                .body(not(containsString("<script")));
    }

    @Test
    void pagesTheStory() {
        String id = registered("clinic-console", "long-story.com");
        Tables.sql("""
                insert into registry.past_check (registration_id, event_id, cause_id, checked_at, verdicts, nameservers)
                select '%s', gen_random_uuid(), gen_random_uuid(), now() - i * interval '1 hour', '[]', '[]'
                  from generate_series(1, 90) i""".formatted(id));

        String first = Operator.browser().get("/console/domains/" + id).asString();
        String older = first.replaceAll("(?s).*href=\"([^\"]*before=[^\"#]*).*", "$1");
        String second = Operator.browser().urlEncodingEnabled(false).get(older).asString();

        assertThat(first.split("Checked:", -1)).hasSizeBetween(40, 41);
        assertThat(second.split("Checked:", -1)).hasSizeBetween(40, 42);
    }

    @Test
    void knowsNoOtherDomain() {
        for (String id : List.of(UUID.randomUUID().toString(), "1", "%27%20or%201=1", "x".repeat(500))) {
            Operator.browser()
                    .urlEncodingEnabled(false)
                    .get("/console/domains/" + id)
                    .then()
                    .statusCode(in(List.of(401, 404)))
                    .body(not(containsString("Exception")));
        }
        Operator.form("/console/domains/" + UUID.randomUUID() + "/suspend", "confirm", "yes")
                .then()
                .statusCode(404);
    }
}
