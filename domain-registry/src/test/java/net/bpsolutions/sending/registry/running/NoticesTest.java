package net.bpsolutions.sending.registry.running;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** Mails to the contact: what the registry puts on send-requests, and when. */
@QuarkusTest
@WithTestResource(Parts.class)
class NoticesTest {

    @Test
    void tellsTheContactOfANewDomainWhatIsWrongAndWhereToLook() {
        String id = registered("notice-1.com", "jane@notice-1.com");
        World.checked("notice-1.com", "MISSING", Instant.now());
        await().until(() -> resource(id).findValuesAsText("state").contains("MISSING"));

        dueNow(id);

        JsonNode mail = mails(id, 1).getFirst();
        assertThat(mail.at("/from/address").asText()).isEqualTo("blueprintoms@bp-solutions.net");
        assertThat(mail.at("/to/0/address").asText()).isEqualTo("jane@notice-1.com");
        assertThat(mail.path("subject").asText()).isEqualTo("notice-1.com: set up sending under your own name");
        assertThat(mail.path("text").asText())
                .contains("There is no record at mte1._domainkey.notice-1.com yet.")
                .contains(resource(id).path("setupUrl").asText() + "\n")
                .contains(resource(id).path("setupUrl").asText() + "/notices");
    }

    @Test
    void remindsWhilePendingAndStopsAfterTheLastStep() {
        String id = registered("notice-2.com", "jane@notice-2.com");

        IntStream.range(0, 5).forEach(step -> {
            dueNow(id);
            mails(id, step + 1);
        });

        assertThat(mails(id, 5)).extracting(mail -> mail.path("id").asText()).doesNotHaveDuplicates();
        await().untilAsserted(() -> assertThat(due(id)).isZero());
    }

    @Test
    void saysNothingOnceTheDomainIsVerified() {
        String id = registered("notice-3.com", "jane@notice-3.com");
        World.checked("notice-3.com", "OK", Instant.now());
        World.proven(id, "clinic-n", "notice-3.com", "EMAIL_FORWARD");
        World.eventually(id, "VERIFIED");

        assertThat(due(id)).isZero();
        assertThat(mails(id, 0)).isEmpty();
    }

    @Test
    void hasNothingToSayToNobody() {
        String id = World.registered("clinic-n", "notice-4.com");

        assertThat(due(id)).isZero();
    }

    @Test
    void tellsOncePerTransitionHoweverOftenItIsTried() {
        String id = registered("notice-5.com", "jane@notice-5.com");
        dueNow(id);
        mails(id, 1);

        World.sql("update registry.notice_due set step = 0, due_at = now() where registration_id = '" + id + "'");

        await().untilAsserted(() -> assertThat(
                        World.number("select step from registry.notice_due where registration_id = '" + id + "'"))
                .isEqualTo(1));
        assertThat(mails(id, 1)).hasSize(1);
    }

    @Test
    void bringsNoStormToTheContactOfManyDomains() {
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(index -> registered("notice-many" + index + ".com", "it@provider.com"))
                .toList();

        ids.forEach(NoticesTest::dueNow);

        await().untilAsserted(() ->
                assertThat(ids.stream().filter(id -> nextStep(id) == 1).count()).isEqualTo(12));
        assertThat(ids.stream().mapToInt(id -> mails(id, 0).size()).sum()).isEqualTo(10);
    }

    @Test
    void stopsWhenTheContactSaysSoAndNotBecauseAProgramLooked() {
        String id = registered("notice-6.com", "jane@notice-6.com");
        String page = URI.create(resource(id).path("setupUrl").asText()).getPath() + "/notices";

        get(page).then().statusCode(200).body(containsString("notice-6.com"));
        assertThat(due(id)).isEqualTo(1);
        given().formParam("notices", "off").post(page).then().statusCode(200).body(containsString("no more mails"));

        assertThat(due(id)).isZero();
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);
        assertThat(due(id)).isZero();
    }

    @Test
    void knowsNoPreferencesOfStrangers() {
        get("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices").then().statusCode(404);
        given().formParam("notices", "off")
                .post("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices")
                .then()
                .statusCode(404);
    }

    private static String registered(String domain, String contact) {
        return oms().body("{\"clinicId\":\"clinic-n\",\"domain\":\"%s\",\"contactEmail\":\"%s\"}"
                        .formatted(domain, contact))
                .post("/v1/domains")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void dueNow(String id) {
        World.sql("update registry.notice_due set due_at = now() - interval '1 second' where registration_id = '" + id
                + "'");
    }

    private static long due(String id) {
        return World.number("select count(*) from registry.notice_due where registration_id = '" + id + "'");
    }

    private static long nextStep(String id) {
        return World.number(
                "select coalesce(max(step), -1) from registry.notice_due where registration_id = '" + id + "'");
    }

    /** The mails about a registration, once there are that many. */
    private static List<JsonNode> mails(String id, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> World.everythingOn(Topic.SEND_REQUESTS.topicName()).stream()
                                .map(World::json)
                                .filter(mail -> mail.path("id").asText().startsWith("notice-" + id))
                                .toList(),
                        mails -> mails.size() >= count);
    }
}
