package net.bpsolutions.sending.registry.running;

import static net.bpsolutions.sending.registry.running.World.eventually;
import static net.bpsolutions.sending.registry.running.World.json;
import static net.bpsolutions.sending.registry.running.World.on;
import static net.bpsolutions.sending.registry.running.World.register;
import static net.bpsolutions.sending.registry.running.World.registered;
import static net.bpsolutions.sending.registry.running.World.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import net.bpsolutions.sending.events.Topic;
import org.junit.jupiter.api.Test;

/** The life of a domain as the other services and OMS see it. */
@QuarkusTest
@WithTestResource(Parts.class)
class JourneyTest {

    @Test
    void takesADomainFromRegistrationToItsOwnName() {
        String id = registered("clinic-1", "journey-clinic.com");

        World.checked("journey-clinic.com", "OK", Instant.now());
        await().until(() -> resource(id).findValuesAsText("state"), List.of("OK", "OK", "OK")::equals);
        assertThat(resource(id).path("status").asText()).isEqualTo("PENDING");
        World.proven(id, "clinic-1", "journey-clinic.com", "EMAIL_FORWARD");
        JsonNode verified = eventually(id, "VERIFIED");

        assertThat(verified.path("sendingAs").asText()).isEqualTo("NATIVE");
        assertThat(verified.at("/ownership/proven").asBoolean()).isTrue();
        assertThat(verified.path("verifiedAt").isNull()).isFalse();
        await().untilAsserted(() -> assertThat(on(Topic.SENDER_STATUS, "clinic-1/journey-clinic.com"))
                .extracting(event -> json(event).path("sequence").asLong() + " "
                        + json(event).path("status").asText() + " "
                        + json(event).path("cause").asText())
                .containsExactly("1 PENDING registered", "2 VERIFIED requirements-met"));
    }

    @Test
    void tellsTheVerifierWhatToExpect() {
        JsonNode created = json201("clinic-1", "told-clinic.com");

        await().untilAsserted(() -> assertThat(on(Topic.DOMAIN_REGISTERED, "told-clinic.com"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(json(event).path("domainId")).isEqualTo(created.path("id"));
                    assertThat(json(event).findValuesAsText("value"))
                            .containsExactly("dkim1.mandrillapp.com", "dkim2.mandrillapp.com", "v=DMARC1; p=none");
                    assertThat(World.header(event, "ce_type"))
                            .isEqualTo("net.bpsolutions.sending.domain-registered.v1");
                    assertThat(World.header(event, "ce_id"))
                            .isEqualTo(json(event).path("id").asText());
                }));
    }

    private static JsonNode json201(String clinicId, String domain) {
        return resource(
                register(clinicId, domain).then().statusCode(201).extract().path("id"));
    }
}
