package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** OMS is told of sender-status over HTTP. */
@QuarkusTest
@WithTestResource(Parts.class)
class WebhooksTest {

    @Test
    void tellsWhatSenderStatusTells() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 204)) {
            String secret = Hooks.add(receiver, "clinic-hook-1").getString("secret");
            String id = registered("clinic-hook-1", "hook-one-clinic.com");
            registered("clinic-hook-other", "hook-other-clinic.com");
            oms().post("/v1/domains/" + id + "/suspension").then().statusCode(200);
            oms().delete("/v1/domains/" + id);

            await().until(() -> receiver.received().size() >= 3);

            List<Receiver.Received> told = receiver.received();
            assertThat(told).hasSize(3).allSatisfy(one -> {
                assertThat(one.signedBy(secret)).isEqualTo(1);
                assertThat(Long.parseLong(one.timestamp()))
                        .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
                assertThat(one.json().at("/data/clinicId").asText()).isEqualTo("clinic-hook-1");
            });
            assertThat(told)
                    .extracting(one -> one.json().path("type").asText() + " "
                            + one.json().at("/data/status").asText() + " "
                            + one.json().at("/data/sequence").asText())
                    .containsExactlyInAnyOrder(
                            "sender-status.changed PENDING 1",
                            "sender-status.changed SUSPENDED 2",
                            "sender-status.removed  ");
            await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-hook-1/hook-one-clinic.com"))
                    .extracting(event -> World.header(event, "ce_id"))
                    .containsExactlyInAnyOrderElementsOf(
                            told.stream().map(Receiver.Received::id).toList()));
        }
    }

    /** The topic is rebuilt with the events of old; who was told of them is not told again. */
    @Test
    void doesNotTellWhatIsOnlyPublishedAgain() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 200)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-12");
            Tables.sql("""
                    insert into registry.outbox (topic, record_key, headers, payload)
                    values ('sender-status', 'clinic-hook-12/old-clinic.com',
                            '{"ce_id":"8f0f6b0e-2c66-4c0b-a7b8-1d7f6f0c9a02","ce_time":"2026-01-01T00:00:00Z"}', '{}')""");

            registered("clinic-hook-12", "hook-twelve-clinic.com");
            await().until(() -> !receiver.received().isEmpty() && Hooks.waiting(added) == 0);

            assertThat(receiver.received())
                    .extracting(one -> one.json().at("/data/domain").asText())
                    .containsExactly("hook-twelve-clinic.com");
        }
    }

    @Test
    void triesAgainWithTheSameIdAndBody() throws IOException {
        try (Receiver receiver = new Receiver(count -> count < 3 ? 503 : 200)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-2");
            registered("clinic-hook-2", "hook-two-clinic.com");

            await().until(() -> receiver.received().size() >= 3);

            assertThat(receiver.received())
                    .extracting(Receiver.Received::id)
                    .containsOnly(receiver.received().getFirst().id());
            assertThat(receiver.received())
                    .extracting(Receiver.Received::body)
                    .containsOnly(receiver.received().getFirst().body());
            await().until(() -> Hooks.waiting(added) == 0);
            Hooks.shown(added).body("failingSince", nullValue()).body("disabledAt", nullValue());
        }
    }

    @Test
    void disablesWhoIsGone() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 410)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-3");
            registered("clinic-hook-3", "hook-three-clinic.com");

            await().untilAsserted(() ->
                    Hooks.shown(added).body("disabledBecause", equalTo("gone")).body("disabledAt", notNullValue()));
            registered("clinic-hook-3", "hook-three-more-clinic.com");

            assertThat(receiver.received()).hasSize(1);
            assertThat(Hooks.waiting(added)).isZero();
        }
    }

    @Test
    void disablesWhoHasFailedForDays() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 500)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-4");
            Tables.sql("update registry.webhook set failing_since = now() - interval '4 days' where id = '"
                    + Hooks.id(added) + "'");
            registered("clinic-hook-4", "hook-four-clinic.com");

            await().untilAsserted(() -> Hooks.shown(added).body("disabledBecause", equalTo("failing")));
            assertThat(Hooks.waiting(added)).isZero();
        }
    }

    @Test
    void signsWithBothSecretsWhileTheyChange() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 200)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-5");
            JsonPath rotated = oms().post("/v1/webhooks/" + Hooks.id(added) + "/secret")
                    .then()
                    .statusCode(200)
                    .body("webhook.previousSecretUntil", notNullValue())
                    .extract()
                    .jsonPath();
            registered("clinic-hook-5", "hook-five-clinic.com");
            await().until(() -> receiver.received().size() == 1);

            Receiver.Received both = receiver.received().getFirst();
            assertThat(both.signedBy(added.getString("secret"))).isEqualTo(1);
            assertThat(both.signedBy(rotated.getString("secret"))).isEqualTo(1);

            Tables.sql("update registry.webhook set previous_until = now() where id = '" + Hooks.id(added) + "'");
            registered("clinic-hook-5", "hook-five-more-clinic.com");
            await().until(() -> receiver.received().size() == 2);

            Receiver.Received one = receiver.received().getLast();
            assertThat(one.signedBy(added.getString("secret"))).isZero();
            assertThat(one.signedBy(rotated.getString("secret"))).isEqualTo(1);
        }
    }

    @Test
    void tellsNothingAfterItsRemoval() throws IOException {
        try (Receiver receiver = new Receiver(_ -> 500)) {
            JsonPath added = Hooks.add(receiver, "clinic-hook-6");
            registered("clinic-hook-6", "hook-six-clinic.com");
            await().until(() -> !receiver.received().isEmpty());

            oms().delete("/v1/webhooks/" + Hooks.id(added)).then().statusCode(204);

            oms().get("/v1/webhooks/" + Hooks.id(added)).then().statusCode(404);
            oms().delete("/v1/webhooks/" + Hooks.id(added)).then().statusCode(404);
            assertThat(Hooks.waiting(added)).isZero();
        }
    }
}
