package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.json;
import static net.bpsolutions.sending.registry.running.World.oms;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** Clinics beside each other: rival claims, own accounts, and what their mail would look like. */
@QuarkusTest
@WithTestResource(Parts.class)
class ClinicsTest {

    @Test
    void doesNotBelieveASecondClinicAndTellsItNothing() {
        String first = registered("clinic-4a", "contested-clinic.com");
        World.checked("contested-clinic.com", "OK", Instant.now());
        World.proven(first, "clinic-4a", "contested-clinic.com", "EMAIL_FORWARD");
        eventually(first, "VERIFIED");

        String second = registered("clinic-4b", "contested-clinic.com");
        World.proven(second, "clinic-4b", "contested-clinic.com", "EMAIL_FORWARD");
        World.checked("contested-clinic.com", "OK", Instant.now().plusMillis(5));
        await().until(() -> resource(second).findValuesAsText("state").contains("OK"));
        JsonNode rival = resource(second);

        assertThat(rival.path("status").asText()).isEqualTo("PENDING");
        assertThat(rival.at("/ownership/proven").asBoolean()).isFalse();
        assertThat(rival.toString()).doesNotContain("clinic-4a").doesNotContain(first);
        oms().get("/v1/domains/" + second + "/history").then().body("items.size()", equalTo(1));
    }

    @Test
    void believesASecondClinicThatPublishesItsToken() {
        String first = registered("clinic-4a", "shared-clinic.com");
        World.checked("shared-clinic.com", "OK", Instant.now());
        World.proven(first, "clinic-4a", "shared-clinic.com", "EMAIL_FORWARD");
        eventually(first, "VERIFIED");

        String second = registered("clinic-4b", "shared-clinic.com");
        World.checked("shared-clinic.com", "OK", Instant.now().plusMillis(5));
        World.proven(second, "clinic-4b", "shared-clinic.com", "DNS_TXT");

        assertThat(eventually(second, "VERIFIED").path("sendingAs").asText()).isEqualTo("NATIVE");
    }

    @Test
    void doesNotCountAProofForAnotherClinic() {
        String id = registered("clinic-4a", "misdirected-clinic.com");
        World.checked("misdirected-clinic.com", "OK", Instant.now());

        World.proven(id, "clinic-other", "misdirected-clinic.com", "DNS_TXT");
        String marker = registered("clinic-4a", "marker-clinic.com");
        World.checked("marker-clinic.com", "OK", Instant.now());
        World.proven(marker, "clinic-4a", "marker-clinic.com", "LINK");
        eventually(marker, "VERIFIED");

        assertThat(resource(id).at("/ownership/proven").asBoolean()).isFalse();
    }

    @Test
    void exemptsAClinicWithItsOwnAccount() {
        String before = registered("clinic-own", "own-clinic.com");

        oms().put("/v1/clinics/clinic-own/own-account").then().statusCode(204);
        oms().put("/v1/clinics/clinic-own/own-account").then().statusCode(204);
        String after = registered("clinic-own", "second-own-clinic.com");

        assertThat(resource(before).path("sendingAs").asText()).isEqualTo("OWN_ACCOUNT");
        assertThat(resource(after).path("sendingAs").asText()).isEqualTo("OWN_ACCOUNT");
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-own/*"))
                .singleElement()
                .satisfies(event ->
                        assertThat(json(event).path("sendingAs").asText()).isEqualTo("OWN_ACCOUNT")));

        oms().delete("/v1/clinics/clinic-own/own-account").then().statusCode(204);

        assertThat(resource(before).path("sendingAs").asText()).isEqualTo("FALLBACK");
        assertThat(resource(after).path("sendingAs").asText()).isEqualTo("FALLBACK");
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-own/*"))
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.value()).isNull()));
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-own/own-clinic.com"))
                .extracting(event -> json(event).path("sequence").asInt() + " "
                        + json(event).path("cause").asText())
                .containsExactly("1 registered", "2 own-account", "3 own-account-ended"));
    }

    @Test
    void tellsWhatAMailWouldLookLike() {
        registered("clinic-5", "looks-clinic.com");

        oms().get("/v1/senders/jane@looks-clinic.com?clinicId=clinic-5")
                .then()
                .statusCode(200)
                .body("sendingAs", equalTo("FALLBACK"))
                .body("from", equalTo("blueprintoms@bp-solutions.net"))
                .body("replyTo", equalTo("jane@looks-clinic.com"))
                .body("reason", equalTo("pending"));
        oms().get("/v1/senders/jane@gmail.com?clinicId=clinic-5").then().body("reason", equalTo("free-mail-domain"));
        oms().get("/v1/senders/jane@elsewhere-clinic.com?clinicId=clinic-5")
                .then()
                .body("reason", equalTo("not-registered"));
        oms().get("/v1/senders/jane@looks-clinic.com?clinicId=clinic-6")
                .then()
                .body("sendingAs", equalTo("FALLBACK"))
                .body("reason", equalTo("not-registered"));
    }

    @Test
    void tellsThatAVerifiedSenderIsLeftAlone() {
        String id = registered("clinic-5", "left-alone-clinic.com");
        World.checked("left-alone-clinic.com", "OK", Instant.now());
        World.proven(id, "clinic-5", "left-alone-clinic.com", "LINK");
        eventually(id, "VERIFIED");

        oms().get("/v1/senders/jane@left-alone-clinic.com?clinicId=clinic-5")
                .then()
                .body("sendingAs", equalTo("NATIVE"))
                .body("from", equalTo("jane@left-alone-clinic.com"))
                .body("replyTo", nullValue())
                .body("reason", equalTo("verified"));
    }
}
