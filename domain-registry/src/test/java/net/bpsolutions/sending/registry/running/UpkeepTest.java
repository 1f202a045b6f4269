package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.Tables.number;
import static net.bpsolutions.sending.registry.running.Tables.plan;
import static net.bpsolutions.sending.registry.running.Tables.sql;
import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.json;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import net.bpsolutions.sending.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What many domains and much time ask for: the topic rebuilt, due checks found at once, the past forgotten. */
@QuarkusTest
@WithTestResource(Parts.class)
class UpkeepTest {

    @Test
    void publishesEveryStatusAgainAsItWas() {
        String id = registered("clinic-again", "again-clinic.com");
        World.checked("again-clinic.com", "OK", Instant.now().minusSeconds(1));
        World.proven(id, "clinic-again", "again-clinic.com", "LINK");
        eventually(id, "VERIFIED");
        oms().put("/v1/clinics/clinic-again-own/own-account").then().statusCode(204);
        await().until(() -> on(Topic.SENDER_STATUS, "clinic-again/again-clinic.com"), seen -> seen.size() == 2);

        String request = oms().post("/v1/sender-status/republication")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        await().untilAsserted(() ->
                oms().get("/v1/sender-status/republication/" + request).then().body("doneAt", notNullValue()));
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-again/again-clinic.com"))
                .satisfiesExactly(
                        first ->
                                assertThat(json(first).path("sequence").asInt()).isEqualTo(1),
                        second -> assertThat(json(second).path("sequence").asInt())
                                .isEqualTo(2),
                        again -> assertThat(json(again))
                                .isEqualTo(json(on(Topic.SENDER_STATUS, "clinic-again/again-clinic.com")
                                        .get(1)))));
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-again-own/*"))
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(json(event).path("sequence").asInt()).isEqualTo(1)));
        oms().delete("/v1/clinics/clinic-again-own/own-account").then().statusCode(204);
    }

    @Test
    void findsDueChecksByAnIndexHoweverManyAreRegistered() {
        sql("""
                insert into registry.registration
                       (id, clinic_id, domain, setup_token, registered_at, status_since, sending_as, own_account,
                        urgent, next_check_at)
                select gen_random_uuid(), 'clinic-many', 'many' || n || '.example', 'many' || n, now(), now(), 'FALLBACK',
                       false, n % 5 = 0, now() + interval '1 hour' + n * interval '1 second'
                  from generate_series(1, 20000) n""");
        sql("analyze registry.registration");

        String plan = plan("""
                select id from registry.registration where next_check_at <= now() and urgent = true
                 order by next_check_at limit 75 for update skip locked""");

        sql("delete from registry.registration where clinic_id = 'clinic-many'");
        assertThat(plan).contains("Index Scan using registration_due").doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void servesRoutineChecksBesideUrgentOnes() {
        for (int i = 0; i < 4; i++) {
            registered("clinic-lanes", "lane" + i + "-clinic.com");
        }

        sql("update registry.registration set next_check_at = now() - interval '1 hour', urgent = domain < 'lane2'"
                + " where clinic_id = 'clinic-lanes'");

        await().untilAsserted(() -> assertThat(World.everythingOn(Topic.DNS_CHECK_REQUESTED.topicName()))
                .extracting(ConsumerRecord::key)
                .contains("lane0-clinic.com", "lane1-clinic.com", "lane2-clinic.com", "lane3-clinic.com"));
    }

    @Test
    void forgetsOldChecksButNotTheLatestNorThoseThatMovedSomething() {
        String id = registered("clinic-old", "old-clinic.com");
        World.checked("old-clinic.com", "OK", Instant.now().minusSeconds(9));
        await().until(() -> kept(id, "true"), kept -> kept == 1);
        World.proven(id, "clinic-old", "old-clinic.com", "LINK");
        eventually(id, "VERIFIED");
        World.checked("old-clinic.com", "OK", Instant.now());
        await().until(() -> kept(id, "true"), kept -> kept == 2);

        sql("""
                insert into registry.past_check (registration_id, event_id, cause_id, checked_at, verdicts, nameservers, moved)
                select '%s', gen_random_uuid(), gen_random_uuid(), now() - interval '31 days', '[]', '[]', n %% 2 = 0
                  from generate_series(1, 10) n""".formatted(id));

        await().until(() -> kept(id, "not moved"), kept -> kept == 2);
        assertThat(kept(id, "moved")).isEqualTo(5);
        sql(
                "update registry.past_check set checked_at = now() - interval '4 years' where moved and registration_id = '%s'"
                        .formatted(id));
        await().until(() -> kept(id, "moved"), kept -> kept == 0);
    }

    @Test
    void neverForgetsTheLatestTransition() {
        String id = registered("clinic-old", "history-old-clinic.com");
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);

        sql("update registry.past_transition set occurred_at = now() - interval '4 years' where registration_id = '%s'"
                .formatted(id));

        await().until(
                        () -> number("select count(*) from registry.past_transition where registration_id = '%s'"
                                .formatted(id)),
                        kept -> kept == 1);
        assertThat(number("select max(sequence) from registry.past_transition where registration_id = '%s'"
                        .formatted(id)))
                .isEqualTo(2);
    }

    private static long kept(String id, String which) {
        return number(
                "select count(*) from registry.past_check where registration_id = '%s' and (%s)".formatted(id, which));
    }
}
