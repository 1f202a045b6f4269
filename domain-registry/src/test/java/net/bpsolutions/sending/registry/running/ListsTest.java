package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of registrations, and of what happened to one. */
@QuarkusTest
@WithTestResource(Parts.class)
class ListsTest {

    /** What was read of the indexes that lists go by, as PostgreSQL counts it. */
    private static final String READ = """
            select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes
             where indexrelname in ('registration_by_age', 'registration_by_status')""";

    @Test
    void pagesThroughEverythingOnce() {
        Set<String> registered = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            registered.add(registered("clinic-paged", "page" + i + "-clinic.com"));
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = oms().get("/v1/domains?clinicId=clinic-paged&limit=3&cursor=" + cursor);
            List<String> ids = page.path("items.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(3);
            seen.addAll(ids);
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void readsADeepPageWithoutReadingAllBeforeIt() {
        String sql = """
                insert into registry.registration
                       (id, clinic_id, domain, setup_token, registered_at, status_since, sending_as, own_account)
                select gen_random_uuid(), 'clinic-deep', 'deep' || n || '.com', 'deep' || n,
                       now() - interval '2 days' + n * interval '1 second', now(), 'FALLBACK', false
                  from generate_series(1, 20000) n""";
        Tables.sql(sql);
        Tables.sql("analyze registry.registration");
        registered("clinic-deep-end", "deep-end-1-clinic.com");
        registered("clinic-deep-end", "deep-end-2-clinic.com");
        String cursor =
                oms().get("/v1/domains?clinicId=clinic-deep-end&limit=1").path("nextCursor");
        for (String filter : List.of("", "&status=PENDING")) {
            long before = Tables.number(READ);

            oms().get("/v1/domains?limit=5&cursor=" + cursor + filter)
                    .then()
                    .statusCode(200)
                    .body("items[0].domain", equalTo("deep-end-2-clinic.com"));

            // A connection tells its figures when it is used again.
            await().until(() -> oms().get("/v1/domains?limit=1").statusCode() == 200 && Tables.number(READ) > before);
            assertThat(Tables.number(READ) - before).as(filter).isLessThan(5_000);
        }
        Tables.sql("delete from registry.registration where clinic_id = 'clinic-deep'");
    }

    @Test
    void narrowsListsByStatusAndDomain() {
        registered("clinic-narrow", "narrow-clinic.com");
        registered("clinic-narrow", "broad-clinic.com");

        oms().get("/v1/domains?clinicId=clinic-narrow&domain=NARROW-clinic.com&status=PENDING")
                .then()
                .statusCode(200)
                .body("items.domain", equalTo(List.of("narrow-clinic.com")));
        oms().get("/v1/domains?clinicId=clinic-narrow&status=VERIFIED").then().body("items", equalTo(List.of()));
    }

    @Test
    void keepsTheHistory() {
        String id = registered("clinic-2", "history-clinic.com");
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200).body("status", equalTo("SUSPENDED"));
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);
        oms().delete("/v1/domains/" + id + "/suspension").then().statusCode(200).body("status", equalTo("PENDING"));

        oms().get("/v1/domains/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.cause", equalTo(List.of("suspension-lifted", "suspended", "registered")))
                .body("items.sequence", equalTo(List.of(3, 2, 1)));
    }
}
