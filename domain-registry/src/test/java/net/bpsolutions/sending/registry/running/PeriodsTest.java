package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened between two moments: somebody asks about one night. */
@QuarkusTest
@WithTestResource(Parts.class)
class PeriodsTest {

    /** Not so long ago that it would be forgotten. */
    private final Instant night = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);

    @Test
    void findsTheChecksOfAPeriodAndNoOthers() {
        String id = registered("clinic-night", "checks-by-night-clinic.com");
        for (int minute : List.of(0, 1, 2, 3)) {
            World.checked("checks-by-night-clinic.com", "MISSING", night.plusSeconds(60L * minute));
        }
        await().until(() -> times(list(id, "checks", "limit=200"), "checkedAt").size() == 4);

        String elsewhere = night.plusSeconds(120)
                .atOffset(ZoneOffset.ofHours(2))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .replace("+", "%2B");

        assertThat(times(list(id, "checks", "since=" + minute(1) + "&until=" + minute(3)), "checkedAt"))
                .as("the beginning belongs to the period, the end does not; latest first")
                .containsExactly(minute(2), minute(1));
        assertThat(times(list(id, "checks", "since=" + elsewhere), "checkedAt"))
                .as("in another zone's time")
                .containsExactly(minute(3), minute(2));
        assertThat(times(list(id, "checks", "until=" + minute(0)), "checkedAt")).isEmpty();
    }

    @Test
    void pagesWithinAPeriod() {
        String id = registered("clinic-night", "pages-by-night-clinic.com");
        for (int minute : List.of(0, 1, 2, 3)) {
            World.checked("pages-by-night-clinic.com", "MISSING", night.plusSeconds(60L * minute));
        }
        await().until(() -> times(list(id, "checks", "limit=200"), "checkedAt").size() == 4);

        String period = "since=" + minute(1) + "&until=" + minute(3) + "&limit=1";
        Response first = list(id, "checks", period);
        Response second = list(id, "checks", period + "&cursor=" + first.path("nextCursor"));

        assertThat(times(first, "checkedAt")).containsExactly(minute(2));
        assertThat(times(second, "checkedAt")).containsExactly(minute(1));
        assertThat(second.<String>path("nextCursor")).isNull();
    }

    @Test
    void findsTheTransitionsOfAPeriod() {
        String id = registered("clinic-night", "moves-by-night-clinic.com");
        await().until(() ->
                times(list(id, "history", "limit=200"), "occurredAt").size() == 1);
        String at = times(list(id, "history", "limit=200"), "occurredAt").getFirst();

        assertThat(times(list(id, "history", "since=" + at), "occurredAt")).containsExactly(at);
        assertThat(times(list(id, "history", "until=" + at), "occurredAt")).isEmpty();
        assertThat(times(list(id, "history", "since=" + Instant.parse(at).plusSeconds(1)), "occurredAt"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "checks, since, yesterday",
        "checks, until, 2026-03-01",
        "checks, since, 1969-12-31T23:59:59Z",
        "checks, until, +1000000000-12-31T23:59:59Z",
        "history, since, 03:12",
        "history, until, 2026-13-01T00:00:00Z",
    })
    void saysWhichTimeItCannotRead(String list, String field, String value) {
        String id = registered("clinic-night", "odd-" + UUID.randomUUID() + "-clinic.com");

        oms().queryParam(field, value)
                .get("/v1/domains/" + id + "/" + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field))
                .body("errors[0].detail", startsWith("must be"));
    }

    private String minute(int after) {
        return night.plusSeconds(60L * after).toString();
    }

    private static Response list(String id, String list, String query) {
        return oms().urlEncodingEnabled(false).get("/v1/domains/" + id + "/" + list + "?" + query);
    }

    private static List<String> times(Response slice, String field) {
        slice.then().statusCode(200);
        return slice.path("items." + field);
    }
}
