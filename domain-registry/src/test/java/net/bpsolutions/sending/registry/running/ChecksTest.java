package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static net.bpsolutions.sending.registry.running.World.check;
import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.json;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in about a domain's records, and what goes out to have them looked at. */
@QuarkusTest
@WithTestResource(Parts.class)
class ChecksTest {

    @Test
    void isNotMovedByWhatCouldNotBeChecked() {
        String id = verified("clinic-3", "unknown-clinic.com");

        World.checked("unknown-clinic.com", "UNKNOWN", Instant.now());
        await().until(() -> states(id), List.of("UNKNOWN", "UNKNOWN", "UNKNOWN")::equals);

        assertThat(resource(id).path("status").asText()).isEqualTo("VERIFIED");
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-3/unknown-clinic.com"))
                .hasSize(2));
    }

    @Test
    void showsWhatIsWrongWithoutTakingTheNameAway() {
        String id = verified("clinic-3", "wrong-clinic.com");

        World.checked("wrong-clinic.com", "MISSING", Instant.now());
        await().until(() -> states(id), List.of("MISSING", "MISSING", "MISSING")::equals);
        JsonNode shown = resource(id);

        assertThat(shown.path("status").asText()).isEqualTo("VERIFIED");
        assertThat(shown.findValuesAsText("code")).containsOnly("MISSING");
        assertThat(shown.findValuesAsText("fix"))
                .hasSize(3)
                .allSatisfy(fix -> assertThat(fix).isNotBlank());
    }

    @Test
    void countsARedeliveredCheckOnce() {
        String id = registered("clinic-3", "redelivered-clinic.com");
        String check = check(UUID.randomUUID(), "redelivered-clinic.com", "MISSING", Instant.now())
                .toString();

        World.publish(Topic.DNS_CHECKED, "redelivered-clinic.com", check);
        World.publish(Topic.DNS_CHECKED, "redelivered-clinic.com", check);
        World.checked("redelivered-clinic.com", "OK", Instant.now().plusMillis(1));
        await().until(() -> states(id), List.of("OK", "OK", "OK")::equals);

        oms().get("/v1/domains/" + id + "/checks")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].records.state", equalTo(List.of("OK", "OK", "OK")))
                .body("items[1].records.state", equalTo(List.of("MISSING", "MISSING", "MISSING")));
    }

    @Test
    void ignoresWhatIsOlderThanWhatItKnows() {
        String id = registered("clinic-3", "older-clinic.com");
        Instant now = Instant.now();

        World.checked("older-clinic.com", "OK", now);
        World.checked("older-clinic.com", "MISSING", now.minusSeconds(60));
        await().untilAsserted(
                        () -> oms().get("/v1/domains/" + id + "/checks").then().body("items.size()", equalTo(2)));

        assertThat(states(id)).containsExactly("OK", "OK", "OK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poison-json | {not json | MALFORMED_JSON",
                "poison-field | {\"id\":\"8f0f6b0e-2c66-4c0b-a7b8-1d7f6f0c9a01\"} | MISSING_FIELD",
            })
    void parksWhatItCannotReadAndGoesOn(String name, String poison, String reason) {
        String domain = name + "-clinic.com";
        String id = registered("clinic-3", domain);
        int before = World.parked(World.everythingOn("dns-checked.domain-registry.dead-letter"))
                .size();

        World.publish(Topic.DNS_CHECKED, domain, poison);
        World.checked(domain, "OK", Instant.now());
        await().until(() -> states(id), List.of("OK", "OK", "OK")::equals);

        await().untilAsserted(() -> {
            var letters = World.everythingOn("dns-checked.domain-registry.dead-letter");
            assertThat(World.parked(letters)).hasSize(before + 1);
            assertThat(letters).anySatisfy(letter -> {
                assertThat(World.header(letter, "dead-letter-reason")).isEqualTo(reason);
                assertThat(json(letter).path("topic").asText()).isEqualTo("dns-checked");
                assertThat(json(letter).fieldNames())
                        .toIterable()
                        .containsExactly("topic", "partition", "offset", "reason", "occurredAt");
            });
        });
    }

    @Test
    void asksForACheckOnDemandButNotTooOften() {
        String id = registered("clinic-3", "eager-clinic.com");

        for (int i = 0; i < 10; i++) {
            oms().post("/v1/domains/" + id + "/checks").then().statusCode(202);
        }
        String wait = oms().post("/v1/domains/" + id + "/checks")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .extract()
                .header("Retry-After");

        assertThat(Integer.parseInt(wait)).isBetween(3000, 3600);
        await().untilAsserted(() -> assertThat(on(Topic.DNS_CHECK_REQUESTED, "eager-clinic.com"))
                .hasSize(10)
                .allSatisfy(
                        event -> assertThat(json(event).path("reason").asText()).isEqualTo("ON_DEMAND")));
    }

    @Test
    void asksForChecksThatAreDueOncePerDomain() {
        String id = registered("clinic-3", "due-clinic.com");
        registered("clinic-3b", "due-clinic.com");

        Tables.sql("update registry.registration set next_check_at = now() where domain = 'due-clinic.com'");

        await().untilAsserted(() -> assertThat(on(Topic.DNS_CHECK_REQUESTED, "due-clinic.com"))
                .singleElement()
                .satisfies(
                        event -> assertThat(json(event).path("reason").asText()).isEqualTo("SCHEDULED")));
        assertThat(Instant.parse(resource(id).path("nextCheckAt").asText())).isAfter(Instant.now());
    }

    /** As after a night without a registry: a hundred at a time, every one once, and none again for a day. */
    @Test
    void catchesUpWithoutAStorm() {
        Tables.sql("""
                insert into registry.registration
                       (id, clinic_id, domain, setup_token, registered_at, status_since, status, sending_as, own_account,
                        urgent, next_check_at)
                select gen_random_uuid(), 'clinic-behind', 'behind' || n || '-clinic.com', 'behind' || n, now(), now(),
                       'VERIFIED', 'NATIVE', false, false, now() - n * interval '1 minute'
                  from generate_series(1, 350) n""");

        await().until(
                        () -> Tables.number(
                                "select count(*) from registry.registration where clinic_id = 'clinic-behind'"
                                        + " and next_check_at > now() + interval '20 hours'"),
                        checked -> checked == 350);
        List<JsonNode> orders = await().until(
                        () -> World.everythingOn(Topic.DNS_CHECK_REQUESTED.topicName()).stream()
                                .filter(event -> event.key().startsWith("behind"))
                                .map(World::json)
                                .toList(),
                        found -> found.size() >= 350);
        assertThat(orders).extracting(order -> order.path("domain").asText()).doesNotHaveDuplicates();
        assertThat(orders.stream()
                        .collect(groupingBy(order -> order.path("occurredAt").asText(), counting()))
                        .values())
                .allSatisfy(together -> assertThat(together).isLessThanOrEqualTo(100));
        assertThat(Tables.number("select count(distinct date_trunc('minute', next_check_at)) from registry.registration"
                        + " where clinic_id = 'clinic-behind'"))
                .as("spread over hours")
                .isGreaterThan(100);
        Tables.sql("delete from registry.registration where clinic_id = 'clinic-behind'");
    }

    @Test
    void followsSuggestionsButNotAStormOfThem() {
        registered("clinic-3", "feedback-clinic.com");

        for (int i = 0; i < 5; i++) {
            World.publish(
                    Topic.CHECK_SUGGESTED, "feedback-clinic.com", """
                    {"id":"%s","occurredAt":"%s","clinicId":"clinic-3","domain":"feedback-clinic.com","reason":"5.7.26"}""".formatted(UUID.randomUUID(), Instant.now()));
        }
        String id = verified("clinic-3", "after-feedback-clinic.com");

        assertThat(id).isNotNull();
        await().untilAsserted(() -> assertThat(on(Topic.DNS_CHECK_REQUESTED, "feedback-clinic.com"))
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(json(event).path("reason").asText()).isEqualTo("DELIVERY_FEEDBACK")));
    }

    @Test
    void countsWhatItDoes() {
        registered("clinic-3", "counted-clinic.com");

        get("/q/metrics")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("domain_state{state=\"PENDING\"}"),
                        containsString("outbox_unpublished"),
                        containsString("state_transitions_total{")));
    }

    private static String verified(String clinicId, String domain) {
        String id = registered(clinicId, domain);
        World.checked(domain, "OK", Instant.now().minusSeconds(1));
        World.proven(id, clinicId, domain, "EMAIL_FORWARD");
        eventually(id, "VERIFIED");
        return id;
    }

    private static List<String> states(String id) {
        return resource(id).findValuesAsText("state");
    }
}
