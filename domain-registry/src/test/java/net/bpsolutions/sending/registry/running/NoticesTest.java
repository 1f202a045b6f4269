package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
        String id = Contact.registered("notice-1.com", "jane@notice-1.com");
        World.checked("notice-1.com", "MISSING", Instant.now());
        await().until(() -> resource(id).findValuesAsText("state").contains("MISSING"));

        Contact.dueNow(id);

        JsonNode mail = Contact.mails(id, 1).getFirst();
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

    /** Mails wait in the outbox beside events, but are none. */
    @Test
    void isNoEventForWebhooks() {
        String webhook = oms().body("{\"url\":\"https://hooks.example.org/n\",\"clinics\":[\"clinic-n-hook\"]}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        String id = Contact.registered("clinic-n-hook", "notice-17.com", "jane@notice-17.com");

        Contact.dueNow(id);

        JsonNode mail = Contact.mails(id, 1).getFirst();
        assertThat(Tables.number("select count(*) from registry.webhook_delivery where webhook_id = '" + webhook + "'"))
                .isEqualTo(1);
        assertThat(World.everythingOn(Topic.SEND_REQUESTS.topicName()).stream()
                        .filter(found -> World.json(found).equals(mail)))
                .allSatisfy(
                        found -> assertThat(found.headers().lastHeader("ce_id")).isNull());
    }

    @Test
    void remindsWhilePendingAndStopsAfterTheLastStep() {
        String id = Contact.registered("notice-2.com", "jane@notice-2.com");

        IntStream.range(0, 5).forEach(step -> {
            Contact.dueNow(id);
            Contact.mails(id, step + 1);
        });

        assertThat(Contact.mails(id, 5))
                .extracting(mail -> mail.path("id").asText())
                .doesNotHaveDuplicates();
        await().untilAsserted(() -> assertThat(Contact.due(id)).isZero());
    }

    @Test
    void saysNothingOnceTheDomainIsVerified() {
        String id = Contact.registered("notice-3.com", "jane@notice-3.com");
        World.checked("notice-3.com", "OK", Instant.now());
        World.proven(id, "clinic-n", "notice-3.com", "EMAIL_FORWARD");
        World.eventually(id, "VERIFIED");

        assertThat(Contact.due(id)).isZero();
        assertThat(Contact.mails(id, 0)).isEmpty();
    }

    @Test
    void hasNothingToSayToNobody() {
        String id = World.registered("clinic-n", "notice-4.com");

        assertThat(Contact.due(id)).isZero();
    }

    @Test
    void tellsOncePerTransitionHoweverOftenItIsTried() {
        String id = Contact.registered("notice-5.com", "jane@notice-5.com");
        Contact.dueNow(id);
        Contact.mails(id, 1);

        Tables.sql("update registry.notice_due set step = 0, due_at = now() where registration_id = '" + id + "'");

        await().untilAsserted(() -> assertThat(
                        Tables.number("select step from registry.notice_due where registration_id = '" + id + "'"))
                .isEqualTo(1));
        assertThat(Contact.mails(id, 1)).hasSize(1);
    }

    @Test
    void tellsOfTheLatestTransitionOnly() {
        String id = Contact.registered("notice-7.com", "jane@notice-7.com");
        oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);

        Contact.dueNow(id);

        assertThat(Contact.mails(id, 1))
                .extracting(mail -> mail.path("subject").asText())
                .containsExactly("notice-7.com: sending under your own name is on hold");
        await().untilAsserted(() -> assertThat(Contact.due(id)).isZero());
    }

    @Test
    void sendsOneMailAfterATimeAwayAndNotAllThatWereMissed() {
        String id = Contact.registered("notice-8.com", "jane@notice-8.com");
        Contact.dueNow(id);
        Contact.mails(id, 1);

        Tables.sql(
                "update registry.notice_due set since = now() - interval '20 days', due_at = now() - interval '19 days'"
                        + " where registration_id = '" + id + "'");

        assertThat(Contact.mails(id, 2)).hasSize(2);
        await().untilAsserted(() -> assertThat(Contact.due(id)).isZero());
        assertThat(Contact.mails(id, 2)).hasSize(2);
    }

    @Test
    void tellsTheContactOfManyDomainsTheRestLater() {
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(index -> Contact.registered("notice-many" + index + ".com", "it@provider.com"))
                .toList();

        ids.forEach(Contact::dueNow);

        await().untilAsserted(() -> assertThat(
                        ids.stream().filter(id -> Contact.nextStep(id) == 1).count())
                .isEqualTo(10));
        await().untilAsserted(() -> assertThat(ids.stream()
                        .filter(id -> Contact.nextStep(id) == 0)
                        .filter(Contact::waitsForTomorrow)
                        .count())
                .isEqualTo(2));
        await().untilAsserted(() -> assertThat(
                        ids.stream().mapToInt(id -> Contact.mails(id, 0).size()).sum())
                .isEqualTo(10));
        Tables.sql("update registry.notice_to set sent_at = sent_at - interval '1 day'");
        ids.forEach(id -> Tables.sql(
                "update registry.notice_due set due_at = now() where step = 0 and registration_id = '" + id + "'"));
        await().untilAsserted(() -> assertThat(
                        ids.stream().filter(id -> Contact.nextStep(id) == 1).count())
                .isEqualTo(12));
    }

    @Test
    void keepsTheLimitOfAnAddressWhoseDomainsAreRemoved() {
        List<String> ids = IntStream.range(0, 10)
                .mapToObj(index -> Contact.registered("notice-gone" + index + ".com", "It@removed-provider.com"))
                .toList();
        ids.forEach(Contact::dueNow);
        ids.forEach(id -> assertThat(Contact.mails(id, 1)).hasSize(1));

        ids.forEach(id -> oms().delete("/v1/domains/" + id).then().statusCode(200));
        String again = Contact.registered("notice-gone0.com", "it@removed-provider.com");
        Contact.dueNow(again);

        await().until(() -> Contact.waitsForTomorrow(again));
        assertThat(Contact.mails(again, 0)).isEmpty();
        assertThat(Tables.text("select count(*) from registry.notice_to t where t::text like '%provider%'"))
                .isEqualTo("0");
    }

    @Test
    void complainsOnceADayOfADomainThatGoesToAndFro() {
        String id = Contact.registered("notice-10.com", "jane@notice-10.com");
        String suspension = "/v1/domains/" + id + "/suspension";
        oms().post(suspension).then().statusCode(200);
        Contact.dueNow(id);
        Contact.mails(id, 1);

        oms().delete(suspension).then().statusCode(200);
        oms().post(suspension).then().statusCode(200);
        Contact.dueNow(id);

        await().until(() -> Contact.waitsForTomorrow(id));
        assertThat(Contact.mails(id, 1)).hasSize(1);
    }

    @Test
    void keepsQuietWhileTheClinicHasAnAccountOfItsOwn() {
        String clinic = "clinic-n-own";
        String id = Contact.registered(clinic, "notice-11.com", "jane@notice-11.com");

        oms().put("/v1/clinics/" + clinic + "/own-account").then().statusCode(204);
        assertThat(Contact.due(id)).isZero();

        oms().delete("/v1/clinics/" + clinic + "/own-account").then().statusCode(204);
        assertThat(Contact.due(id)).isEqualTo(1);
    }

    /** A row that cannot be handled: no such thing as a step of this number. */
    @Test
    void isNotHeldUpByANoticeThatCannotBeHandled() {
        String bad = Contact.registered("notice-12.com", "jane@notice-12.com");
        String good = Contact.registered("notice-13.com", "jane@notice-13.com");

        Tables.sql(
                "update registry.notice_due set step = -2, due_at = now() - interval '1 hour' where registration_id = '"
                        + bad + "'");
        Contact.dueNow(good);

        assertThat(Contact.mails(good, 1)).hasSize(1);
        await().untilAsserted(() -> assertThat(Tables.number(
                        "select count(*) from registry.notice_due where due_at > now() and registration_id = '" + bad
                                + "'"))
                .isEqualTo(1));
    }
}
