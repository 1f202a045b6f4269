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
        assertThat(mail.at("/from/name").asText()).isEqualTo("Blueprint Solutions");
        assertThat(mail.path("clinicId").asText()).isEqualTo("clinic-n");
        assertThat(Instant.parse(mail.path("expiresAt").asText())).isAfter(Instant.now());
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
    void tellsOfTheLatestTransitionOnly() {
        String id = registered("notice-7.com", "jane@notice-7.com");
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);

        dueNow(id);

        assertThat(mails(id, 1))
                .extracting(mail -> mail.path("subject").asText())
                .containsExactly("notice-7.com: sending under your own name is on hold");
        await().untilAsserted(() -> assertThat(due(id)).isZero());
    }

    @Test
    void sendsOneMailAfterATimeAwayAndNotAllThatWereMissed() {
        String id = registered("notice-8.com", "jane@notice-8.com");
        dueNow(id);
        mails(id, 1);

        World.sql(
                "update registry.notice_due set since = now() - interval '20 days', due_at = now() - interval '19 days'"
                        + " where registration_id = '" + id + "'");

        assertThat(mails(id, 2)).hasSize(2);
        await().untilAsserted(() -> assertThat(due(id)).isZero());
        assertThat(mails(id, 2)).hasSize(2);
    }

    @Test
    void tellsTheContactOfManyDomainsTheRestLater() {
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(index -> registered("notice-many" + index + ".com", "it@provider.com"))
                .toList();

        ids.forEach(NoticesTest::dueNow);

        await().untilAsserted(() ->
                assertThat(ids.stream().filter(id -> nextStep(id) == 1).count()).isEqualTo(10));
        await().untilAsserted(() -> assertThat(ids.stream()
                        .filter(id -> nextStep(id) == 0)
                        .filter(NoticesTest::waitsForTomorrow)
                        .count())
                .isEqualTo(2));
        assertThat(ids.stream().mapToInt(id -> mails(id, 0).size()).sum()).isEqualTo(10);
        World.sql("update registry.notice set sent_at = sent_at - interval '1 day'");
        ids.forEach(id -> World.sql(
                "update registry.notice_due set due_at = now() where step = 0 and registration_id = '" + id + "'"));
        await().untilAsserted(() ->
                assertThat(ids.stream().filter(id -> nextStep(id) == 1).count()).isEqualTo(12));
    }

    @Test
    void complainsOnceADayOfADomainThatGoesToAndFro() {
        String id = registered("notice-10.com", "jane@notice-10.com");
        String suspension = "/v1/domains/" + id + "/suspension";
        oms().post(suspension).then().statusCode(200);
        dueNow(id);
        mails(id, 1);

        oms().delete(suspension).then().statusCode(200);
        oms().post(suspension).then().statusCode(200);
        dueNow(id);

        await().until(() -> waitsForTomorrow(id));
        assertThat(mails(id, 1)).hasSize(1);
    }

    @Test
    void keepsQuietWhileTheClinicHasAnAccountOfItsOwn() {
        String clinic = "clinic-n-own";
        String id = registered(clinic, "notice-11.com", "jane@notice-11.com");

        oms().put("/v1/clinics/" + clinic + "/own-account").then().statusCode(204);
        assertThat(due(id)).isZero();

        oms().delete("/v1/clinics/" + clinic + "/own-account").then().statusCode(204);
        assertThat(due(id)).isEqualTo(1);
    }

    /** A row that cannot be handled: no such thing as a step of this number. */
    @Test
    void isNotHeldUpByANoticeThatCannotBeHandled() {
        String bad = registered("notice-12.com", "jane@notice-12.com");
        String good = registered("notice-13.com", "jane@notice-13.com");

        World.sql(
                "update registry.notice_due set step = -2, due_at = now() - interval '1 hour' where registration_id = '"
                        + bad + "'");
        dueNow(good);

        assertThat(mails(good, 1)).hasSize(1);
        await().untilAsserted(() -> assertThat(World.number(
                        "select count(*) from registry.notice_due where due_at > now() and registration_id = '" + bad
                                + "'"))
                .isEqualTo(1));
    }

    @Test
    void stopsWhenTheContactSaysSoAndNotBecauseAProgramLooked() {
        String id = registered("notice-6.com", "jane@notice-6.com");
        String page = page(id);

        get(page).then().statusCode(200).body(containsString("notice-6.com"));
        assertThat(due(id)).isEqualTo(1);
        given().queryParam("notices", "off").post(page).then().statusCode(200).body(containsString("no more mails"));

        assertThat(due(id)).isZero();
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);
        assertThat(due(id)).isZero();
        get(page).then().body(containsString("Send me mails again"));
    }

    @Test
    void remembersTheRefusalWhenTheDomainIsRegisteredAnew() {
        String id = registered("notice-14.com", "jane@notice-14.com");
        given().queryParam("notices", "off").post(page(id)).then().statusCode(200);
        oms().delete("/v1/domains/" + id).then().statusCode(200);

        String again = registered("notice-14.com", "Jane@notice-14.com");

        assertThat(due(again)).isZero();
    }

    @Test
    void takesTheRefusalBack() {
        String id = registered("notice-15.com", "jane@notice-15.com");
        given().queryParam("notices", "off").post(page(id)).then().statusCode(200);

        given().queryParam("notices", "on")
                .post(page(id))
                .then()
                .statusCode(200)
                .body(containsString("hear from us"));
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);

        assertThat(due(id)).isEqualTo(1);
    }

    @Test
    void knowsNoPreferencesOfStrangers() {
        String nobody = World.registered("clinic-n", "notice-16.com");
        get(page(nobody)).then().statusCode(404);
        get("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices").then().statusCode(404);
        given().queryParam("notices", "off")
                .post("/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/notices")
                .then()
                .statusCode(404);
    }

    private static String registered(String domain, String contact) {
        return registered("clinic-n", domain, contact);
    }

    private static String registered(String clinicId, String domain, String contact) {
        return oms().body("{\"clinicId\":\"%s\",\"domain\":\"%s\",\"contactEmail\":\"%s\"}"
                        .formatted(clinicId, domain, contact))
                .post("/v1/domains")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String page(String id) {
        return URI.create(resource(id).path("setupUrl").asText()).getPath() + "/notices";
    }

    private static boolean waitsForTomorrow(String id) {
        return World.number("select count(*) from registry.notice_due where due_at > now() + interval '23 hours'"
                        + " and step = 0 and registration_id = '" + id + "'")
                == 1;
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
